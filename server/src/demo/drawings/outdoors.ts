import { box, courtyard, disc, HEIGHT, line, oval, picture, repeated, shape, WIDTH } from './canvas.js';
import { electricBike } from './indoors.js';

/** A manhole cover, tilted over a gap or level with a fresh ring of cement. */
export function manhole(fixed: boolean): string {
  return picture(
    box(0, 0, WIDTH, HEIGHT, '#84888d'),
    repeated(90, (i) =>
      disc((i * 173) % WIDTH, (i * 97) % HEIGHT, 2 + (i % 3), i % 2 === 0 ? '#75797e' : '#93979c'),
    ),
    shape('M0 0H800V90L0 170Z', '#b6b0a4'),
    line('M0 172L800 92', '#5f6266', 10),
    fixed ? oval(400, 370, 268, 160, '#b9bcbf') : oval(410, 384, 250, 150, '#17191c'),
    oval(400, fixed ? 370 : 356, 236, fixed ? 138 : 130, '#4b4f55'),
    oval(400, fixed ? 362 : 344, 224, fixed ? 130 : 122, '#60656c'),
    repeated(5, (row) =>
      repeated(9, (i) => {
        const x = 260 + i * 35;
        const y = (fixed ? 300 : 284) + row * 31;
        const inside = ((x - 400) / 200) ** 2 + ((y - (fixed ? 362 : 344)) / 108) ** 2 < 0.92;
        return inside ? line(`M${x - 9} ${y}l18 ${i % 2 === 0 ? 6 : -6}`, '#43474c', 8) : '';
      }),
    ),
    fixed
      ? ''
      : line('M180 420q220 130 440 6', '#0c0d0f', 16) + line('M640 470l50 30M655 440l66 10', '#d7d9db', 7),
  );
}

/** A corner by a wall: bags, planks and a heap of rubble, or swept clean. */
export function corner(clean: boolean): string {
  const bag = (x: number, y: number, size: number, fill: string, fold: string) =>
    shape(
      `M${x} ${y}q${-size * 0.9} ${size * 0.1} ${-size * 0.75} ${-size * 0.8}q${size * 0.1} ${-size * 0.5} ${size * 0.6} ${-size * 0.62}l${size * 0.12} ${-size * 0.24}h${size * 0.2}l${size * 0.1} ${size * 0.24}q${size * 0.6} ${size * 0.1} ${size * 0.62} ${size * 0.7}q0 ${size * 0.8} ${-size * 0.7} ${size * 0.72}z`,
      fill,
    ) +
    line(
      `M${x - size * 0.3} ${y - size * 0.3}q${size * 0.3} ${size * 0.16} ${size * 0.7} 0M${x - size * 0.4} ${y - size * 0.7}q${size * 0.4} ${size * 0.2} ${size * 0.8} 0`,
      fold,
      7,
    );
  return picture(
    courtyard(360, '#cfae85', '#a39f97'),
    box(610, 40, 130, 220, '#51606c'),
    line('M675 40V260', '#3a464f', 8),
    clean
      ? shape('M90 600L260 380H640L800 560V600Z', '#bdb9b1') +
          line('M560 560L690 230', '#8a6a3f', 12) +
          shape('M520 540h90l24 46h-130z', '#d7b45a')
      : oval(360, 540, 330, 36, '#00000030') +
          shape('M380 540l70 -90l60 30l80 -40l90 100z', '#a4553f') +
          shape('M450 450l50 -20l20 50z', '#bd6a52') +
          line('M470 520L690 300M520 540L740 370', '#c29a5b', 24) +
          bag(240, 540, 170, '#e6e3da', '#bcb8ab') +
          bag(420, 548, 140, '#6f97bd', '#517799'),
  );
}

/** The fitness corner of the garden: a loose bar, or all upright. */
export function fitness(fixed: boolean): string {
  return picture(
    box(0, 0, WIDTH, 330, '#bfe0ea'),
    shape('M0 330V220q90 -90 190 -20q60 -110 190 -10q120 -110 210 10q110 -80 210 30V330Z', '#7fae6f'),
    box(470, 90, 190, 240, '#efe5d3'),
    repeated(9, (i) => box(494 + (i % 3) * 54, 116 + Math.floor(i / 3) * 66, 32, 38, '#a8bccb')),
    box(0, 330, WIDTH, 270, '#cf8a63'),
    line('M0 336H800', '#b87650', 12),
    line('M130 520V210H380V520', '#2f6db0', 24),
    fixed
      ? line('M130 290H380', '#f0c23c', 18)
      : line('M130 300L366 372', '#f0c23c', 18) +
          disc(384, 430, 10, '#5b5e62') +
          disc(408, 520, 9, '#5b5e62'),
    line('M520 540V330M690 540V330M520 380H690', '#2f6db0', 22),
    disc(520, 320, 46, 'none', 'stroke="#f0c23c" stroke-width="14"'),
    disc(690, 320, 46, 'none', 'stroke="#f0c23c" stroke-width="14"'),
    oval(255, 530, 170, 14, '#00000026') + oval(605, 550, 130, 14, '#00000026'),
    fixed
      ? line('M436 540l70 -70', '#8d9399', 18) +
          disc(516, 460, 20, 'none', 'stroke="#8d9399" stroke-width="14"')
      : '',
  );
}

/** The fire lane between two buildings: a car across the hatching, or free. */
export function fireLane(clear: boolean): string {
  return picture(
    box(0, 0, WIDTH, 340, '#dbe7ec'),
    shape('M0 40L230 130V330L0 420Z', '#d4c2a5'),
    shape('M800 20L570 130V330L800 430Z', '#c8b698'),
    repeated(
      6,
      (i) =>
        box(30 + (i % 3) * 66, 140 + Math.floor(i / 3) * 90, 36, 48, '#8fa3b0') +
        box(610 + (i % 3) * 62, 140 + Math.floor(i / 3) * 90, 36, 48, '#8fa3b0'),
    ),
    shape('M0 420L230 330H570L800 430V600H0Z', '#70757b'),
    shape('M150 600L300 330H500L650 600Z', '#787d83'),
    repeated(6, (i) => {
      const y = 350 + i * 44;
      const half = 90 + i * 26;
      return line(`M${400 - half} ${y + 24}L${400 + half} ${y}`, '#e8c23e', 9 + i);
    }),
    line('M300 330L150 600M500 330L650 600', '#e8c23e', 12),
    clear
      ? shape('M360 560l20 -90h40l20 90z', '#d9502f') +
          box(372, 500, 56, 14, '#ffffff') +
          box(346, 556, 108, 14, '#a83a20')
      : oval(400, 520, 210, 22, '#00000040') +
          shape(
            'M230 500v-70q0 -20 30 -24l40 -80q8 -16 30 -16h140q22 0 30 16l40 80q30 4 30 24v70z',
            '#d5d9dd',
          ) +
          shape('M318 400l26 -62q4 -8 14 -8h84q10 0 14 8l26 62z', '#5b6d7a') +
          box(236, 440, 60, 26, '#f5e7b4', 'rx="10"') +
          box(504, 440, 60, 26, '#f5e7b4', 'rx="10"') +
          box(340, 452, 120, 32, '#2c6bb0', 'rx="4"') +
          box(250, 496, 60, 34, '#26282b', 'rx="8"') +
          box(490, 496, 60, 34, '#26282b', 'rx="8"'),
  );
}

/** A tree by the clothes lines: a broken branch lies on them, or it is trimmed. */
export function tree(trimmed: boolean): string {
  const leaves = (x: number, y: number, r: number, fill: string) =>
    disc(x, y, r, fill) +
    disc(x + r * 0.7, y + r * 0.3, r * 0.7, fill) +
    disc(x - r * 0.7, y + r * 0.35, r * 0.65, fill);
  return picture(
    box(0, 0, WIDTH, 420, '#c8e2ea'),
    box(520, 60, 280, 360, '#e7dcc8'),
    repeated(8, (i) => box(552 + (i % 4) * 62, 110 + Math.floor(i / 4) * 120, 36, 62, '#9fb4c2')),
    box(0, 420, WIDTH, 180, '#93b27b'),
    shape('M500 600L560 420H800V600Z', '#b9b3a6'),
    line('M250 560q10 -180 -20 -330', '#6b4f38', 48),
    line('M240 330q70 -60 120 -70', '#6b4f38', 26),
    leaves(210, 160, 120, '#4f8a4e') + leaves(300, 110, 86, '#63a05f') + leaves(120, 210, 70, '#5b9657'),
    line('M440 300V540M730 300V540', '#8b8f93', 12),
    line('M440 314Q585 340 730 314', '#5d6165', 5),
    trimmed
      ? repeated(3, (i) =>
          box(480 + i * 80, 326, 56, 90 - i * 12, ['#d96f5c', '#f3efe4', '#6b93b8'][i] ?? '#ffffff'),
        ) + oval(365, 258, 16, 20, '#d7b98c')
      : line('M330 260q120 10 210 80q60 50 90 130', '#6b4f38', 18) +
          leaves(540, 350, 60, '#5b9657') +
          leaves(610, 430, 46, '#4f8a4e') +
          leaves(450, 300, 40, '#63a05f'),
  );
}

/** Facing tiles on an outer wall: some have fallen and lie below, or the spot is fenced and mended. */
export function wall(mended: boolean): string {
  return picture(
    box(0, 0, WIDTH, HEIGHT, '#d2b48f'),
    repeated(10, (row) =>
      repeated(12, (i) =>
        box(i * 70 - (row % 2) * 35, row * 46, 66, 42, (row * 5 + i * 3) % 4 === 0 ? '#c9a881' : '#dcc09c'),
      ),
    ),
    box(0, 460, WIDTH, 140, '#8f8c86'),
    mended
      ? shape('M300 120h200v170h-200z', '#e3cba9') +
          line('M60 420H740M60 470H740', '#d9502f', 16) +
          repeated(8, (i) => line(`M${90 + i * 90} 420h40M${90 + i * 90} 470h40`, '#ffffff', 16)) +
          line('M80 380V560M400 380V560M720 380V560', '#6f6c66', 14)
      : shape('M290 110l90 -30l110 20l50 90l-30 100l-130 20l-90 -70z', '#9c8f80') +
          shape('M330 150l70 -20l80 30l10 80l-90 40l-70 -40z', '#85796c') +
          repeated(9, (i) =>
            shape(
              `M${260 + i * 34} ${520 + ((i * 29) % 40)}l34 -14l18 20l-30 18z`,
              i % 2 === 0 ? '#c9a881' : '#dcc09c',
            ),
          ) +
          line('M500 90q40 -40 30 -90M380 330q-20 60 10 110', '#6f6558', 6),
  );
}

/** A low spot of the road after rain, under water or drained. */
export function puddle(drained: boolean): string {
  return picture(
    courtyard(260, '#c3cbb9', '#7d8186'),
    repeated(4, (i) => disc(90 + i * 210, 214, 74, '#6f9a66')),
    drained
      ? oval(400, 450, 300, 90, '#74787d') +
          box(330, 420, 150, 66, '#4b4f55', 'rx="6"') +
          repeated(6, (i) => line(`M${350 + i * 22} 430v46`, '#23262a', 9))
      : oval(400, 450, 350, 110, '#5d7f92') +
          oval(380, 430, 280, 74, '#86a9ba') +
          line('M220 450q60 -18 120 0M420 480q70 -20 150 0M330 410q40 -12 90 0', '#d7e6ec', 6),
  );
}

/** Bikes on the footpath, or in the shed with sockets. */
export function bikeShed(orderly: boolean): string {
  return picture(
    courtyard(330, '#d6d2c4', '#9c9a94'),
    orderly
      ? shape('M60 140L740 90V130L60 180Z', '#3f6f9c') +
          line('M90 160V480M710 120V480', '#5b6d7a', 16) +
          box(300, 210, 200, 60, '#f4f2ea', 'rx="6"') +
          repeated(4, (i) => disc(330 + i * 46, 240, 13, '#3b7a57'))
      : box(620, 90, 120, 240, '#51606c'),
    electricBike(170, 470),
    orderly ? '' : `<g transform="translate(250 60) scale(0.9)">${electricBike(190, 470)}</g>`,
  );
}
