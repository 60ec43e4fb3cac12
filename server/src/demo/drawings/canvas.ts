/** The size all demo pictures are drawn in, that of a phone's photo made small. */
export const WIDTH = 800;
export const HEIGHT = 600;

/** Wraps what is drawn in a picture of its own, softly darkened towards the corners as a lens does. */
export function picture(...parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
    <defs><radialGradient id="lens" r="0.8"><stop offset="0.55" stop-opacity="0"/><stop offset="1" stop-opacity="0.28"/></radialGradient></defs>
    ${parts.join('\n')}
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#lens)"/></svg>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
}

export function shape(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function line(d: string, stroke: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

export function disc(x: number, y: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;
}

export function oval(x: number, y: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
}

/** The same part at several places. */
export function repeated(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join('');
}

/** Ground and wall of a courtyard, the horizon at `y`. */
export function courtyard(y: number, wall = '#d9cdb8', ground = '#a9a69f'): string {
  return [
    box(0, 0, WIDTH, y, wall),
    repeated(6, (row) => line(`M0 ${(y / 6) * row}H${WIDTH}`, '#00000010', 3)),
    repeated(24, (i) => {
      const row = i % 6;
      return line(`M${(i * 211 + row * 67) % WIDTH} ${(y / 6) * row}v${y / 6}`, '#00000010', 3);
    }),
    box(0, y, WIDTH, HEIGHT - y, ground),
    box(0, y - 10, WIDTH, 20, '#00000018'),
    repeated(5, (i) => line(`M${i * 200 - 40} ${HEIGHT}L${260 + i * 70} ${y}`, '#00000014', 3)),
  ].join('');
}
