import { box, disc, HEIGHT, line, oval, picture, repeated, shape, WIDTH } from './canvas.js';

/** A stairwell from below, dark or lit. */
export function stairs(lit: boolean): string {
  const wall = lit ? '#ead9b6' : '#3b3d44';
  const step = lit ? '#c4a877' : '#2c2e34';
  const edge = lit ? '#f6e9cc' : '#474a52';
  return picture(
    box(0, 0, WIDTH, HEIGHT, wall),
    shape('M0 0H800V70L560 150H160L0 40Z', lit ? '#f7efdc' : '#4b4e56'),
    box(250, 190, 130, 110, lit ? '#bcd4de' : '#5f6f86'),
    line('M315 190V300M250 245H380', lit ? '#ffffff' : '#3b3d44', 7),
    repeated(8, (i) => {
      const y = 560 - i * 46;
      const left = 150 + i * 26;
      const right = 720 - i * 26;
      return box(left, y, right - left, 46, step) + box(left, y, right - left, 10, edge);
    }),
    line('M760 560L540 110', lit ? '#7b5a37' : '#1b1c20', 18),
    repeated(6, (i) => line(`M${748 - i * 38} ${540 - i * 76}v90`, lit ? '#8f6c45' : '#1f2025', 8)),
    lit
      ? `<defs><radialGradient id="glow"><stop offset="0" stop-color="#fff6d2" stop-opacity="0.95"/><stop offset="1" stop-color="#ffe9ad" stop-opacity="0"/></radialGradient></defs>${disc(400, 70, 260, 'url(#glow)')}`
      : '',
    oval(400, 66, 58, 20, lit ? '#fffbe8' : '#6a6d74'),
    oval(400, 58, 58, 16, lit ? '#e4d8b8' : '#54575e'),
  );
}

/** A ceiling lamp seen near: its head hangs by a wire, or is new. */
export function lamp(fixed: boolean): string {
  return picture(
    box(0, 0, WIDTH, HEIGHT, fixed ? '#cdbf9f' : '#77726a'),
    shape('M0 0H800V150L0 250Z', fixed ? '#e6dabd' : '#928c81'),
    line('M0 252L800 152', '#00000030', 8),
    disc(fixed ? 400 : 420, fixed ? 290 : 330, 152, '#00000026'),
    disc(fixed ? 395 : 410, fixed ? 280 : 310, 142, fixed ? '#fff7dc' : '#bcb6aa'),
    disc(fixed ? 395 : 410, fixed ? 280 : 310, 104, fixed ? '#fffdf3' : '#8d877c'),
    fixed
      ? repeated(10, (i) => {
          const angle = (i * Math.PI) / 5;
          const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
          return line(`M${395 + dx * 180} ${280 + dy * 180}l${dx * 50} ${dy * 50}`, '#fff3c2', 9);
        })
      : line('M330 250q60 -56 130 -14', '#d8d2c6', 15) +
          line('M520 400q120 40 130 200', '#2f2d2a', 11) +
          line('M320 350l60 46', '#4b4741', 8) +
          line('M380 396l24 -60', '#4b4741', 6),
  );
}

/** The hall of a stairwell with a red e-bike charging in it, or empty and swept. */
export function hall(bike: boolean): string {
  return picture(
    box(0, 0, WIDTH, 440, '#d8d4ca'),
    box(0, 250, WIDTH, 190, '#9fb3a6'),
    box(0, 440, WIDTH, 160, '#8d877d'),
    repeated(7, (i) => line(`M${i * 150 - 80} 600L${i * 120 + 40} 440`, '#00000018', 4)),
    box(60, 60, 190, 380, '#5d6b76'),
    box(76, 78, 158, 160, '#8fa6b3'),
    box(214, 250, 12, 44, '#d9dde0'),
    repeated(
      8,
      (i) =>
        box(560 + (i % 4) * 48, 100 + Math.floor(i / 4) * 62, 40, 50, '#6f8f7d') +
        box(570 + (i % 4) * 48, 112 + Math.floor(i / 4) * 62, 20, 5, '#d9e6de'),
    ),
    bike
      ? electricBike(330, 470) +
          line('M520 380q60 -40 70 40t80 -60', '#2b2b2b', 6) +
          box(654, 340, 40, 40, '#f1f1ee', 'rx="6"')
      : box(360, 330, 150, 100, '#fdfaf1', 'rx="4"') +
          line('M385 355h100M385 380h100M385 404h60', '#8a8577', 6),
  );
}

/** An e-bike whose wheels stand at `y`. */
export function electricBike(x: number, y: number): string {
  const wheel = (cx: number) =>
    disc(cx, y, 62, '#26282b') + disc(cx, y, 44, '#9a9ea3') + disc(cx, y, 12, '#3b3e42');
  return [
    oval(x + 130, y + 62, 230, 16, '#00000030'),
    wheel(x),
    wheel(x + 260),
    line(
      `M${x} ${y}l70 -60h90l40 -110M${x + 160} ${y - 60}l100 60M${x + 200} ${y - 170}l60 170`,
      '#b3352b',
      20,
    ),
    shape(`M${x + 30} ${y - 120}h150q14 0 8 24l-20 36h-116q-24 0 -22 -60z`, '#c8453a'),
    shape(`M${x + 20} ${y - 142}h130q22 0 16 22H${x + 14}q-14 -10 6 -22z`, '#2b2b2e'),
    line(`M${x + 160} ${y - 176}h64l30 -18`, '#2b2b2e', 14),
    disc(x + 232, y - 150, 17, '#f4e7bd'),
  ].join('');
}

/** Pipes under a ceiling: one drips into a bucket, or is bandaged and dry. */
export function pipe(fixed: boolean): string {
  return picture(
    box(0, 0, WIDTH, HEIGHT, '#cfd3d0'),
    repeated(
      5,
      (i) =>
        line(`M0 ${i * 130}H800`, '#00000012', 3) +
        repeated(5, (j) => line(`M${j * 180 + (i % 2) * 90} ${i * 130}v130`, '#00000012', 3)),
    ),
    fixed ? '' : shape('M330 200q-40 160 -20 400h200q10 -250 -40 -400z', '#9aa7a4'),
    line('M-20 150H420q60 0 60 60V640', '#8b9196', 64),
    line('M-20 136H420q70 0 76 70V640', '#b5babe', 14),
    box(300, 104, 34, 92, '#6d7378'),
    box(434, 330, 92, 34, '#6d7378'),
    fixed
      ? repeated(5, (i) =>
          line(`M${440 + i * 2} ${216 + i * 20}l84 -18`, i % 2 === 0 ? '#2f6f8f' : '#3f86a8', 20),
        ) +
          disc(620, 470, 46, '#2f6f8f') +
          disc(620, 470, 20, '#cfd3d0')
      : repeated(6, (i) =>
          shape(`M${420 + (i % 3) * 26} ${268 + i * 44}q-12 22 0 30q12 -8 0 -30z`, '#5f9dc0'),
        ) +
          shape('M360 500h150l-20 96h-110z', '#c9503f') +
          oval(435, 500, 75, 16, '#7fb4d0') +
          oval(440, 592, 190, 14, '#7aa5b840'),
  );
}

/** A stairwell's iron door: stuck open, or shut with a new closer. */
export function entranceDoor(fixed: boolean): string {
  return picture(
    box(0, 0, WIDTH, HEIGHT, '#c9b79b'),
    repeated(9, (i) => line(`M0 ${i * 66}H800`, '#00000014', 4)),
    box(0, 520, WIDTH, 80, '#8e8b85'),
    box(240, 70, 320, 460, '#3f4a52'),
    box(262, 92, 276, 438, fixed ? '#3f4a52' : '#1d2226'),
    fixed
      ? box(266, 96, 268, 430, '#6b7d88') +
          repeated(5, (i) => box(296, 130 + i * 74, 208, 10, '#566671')) +
          box(490, 300, 18, 66, '#d9dde0') +
          line('M300 108h110l60 26', '#d4a037', 10)
      : shape('M262 92L150 140V566L262 530Z', '#6b7d88') +
          line('M176 190V500M206 178V516', '#566671', 9) +
          box(160, 330, 14, 52, '#d9dde0') +
          line('M420 470q50 -10 96 14', '#8b9aa3', 6) +
          line('M400 430q60 -14 120 8', '#8b9aa3', 5),
    box(590, 230, 70, 110, '#9aa3a8', 'rx="8"'),
    repeated(9, (i) => disc(606 + (i % 3) * 19, 270 + Math.floor(i / 3) * 22, 6, '#5b646a')),
    box(360, 20, 90, 34, '#b3352b', 'rx="4"'),
    line('M380 37h50', '#ffffff', 6),
  );
}
