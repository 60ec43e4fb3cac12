import type L from 'leaflet';

/** How wide a character is at most, in pixels: one of Chinese writing, or any other. */
const WIDE = 14;
const NARROW = 8;

/** The name when there is room for it, else the number it begins with, else nothing: names must not lie on one another. */
export function nameWithin(name: string, pixels: number): string {
  const number = /^\d+/.exec(name)?.[0] ?? '';
  return [name, number].find((words) => widthOf(words) <= pixels) ?? '';
}

function widthOf(words: string): number {
  return [...words].reduce((sum, one) => sum + (one > '\u2e7f' ? WIDE : NARROW), 0);
}

/** Writes its name into an area, as much of it as there is room for; what stands out has all of its name. */
export function writeName(map: L.Map, area: L.Polygon, name: string, own = false): void {
  area.bindTooltip(name, {
    permanent: true,
    direction: 'center',
    className: own ? 'map-name on' : 'map-name',
  });
  if (own) return;
  const fit = () => {
    const bounds = area.getBounds();
    const [west, east] = [bounds.getNorthWest(), bounds.getNorthEast()].map(
      (corner) => map.latLngToContainerPoint(corner).x,
    );
    area.setTooltipContent(nameWithin(name, (east ?? 0) - (west ?? 0)));
  };
  area.on('add', () => {
    map.on('zoomend', fit);
    fit();
  });
  area.on('remove', () => map.off('zoomend', fit));
}
