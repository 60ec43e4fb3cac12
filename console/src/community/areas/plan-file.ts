import type { MapPlan } from '../../api/contract';

type Outlined = Pick<MapPlan['grids'][number], 'id' | 'name' | 'code' | 'polygon'>;

/** The outlines and buildings as other programs read them. Coordinates stay in GCJ-02, and the file says so. */
export function downloadPlan({ community, grids, buildings, estates, asOf, version }: MapPlan): void {
  const estateName = new Map(estates.map(({ id, name }) => [id, name]));
  const closed = (polygon: number[][][]) => polygon.map((ring) => [...ring, ...ring.slice(0, 1)]);
  const outline = (kind: string, { id, name, code, polygon }: Outlined) => ({
    type: 'Feature',
    id,
    properties: { kind, name, code },
    geometry: { type: 'Polygon', coordinates: closed(polygon) },
  });
  const features = [
    outline('community', community),
    ...grids.map((grid) => outline('grid', grid)),
    ...buildings.flatMap(({ id, name, estateId, location }) =>
      location === null
        ? []
        : [
            {
              type: 'Feature',
              id,
              properties: { kind: 'building', name, estate: estateName.get(estateId) ?? null },
              geometry: { type: 'Point', coordinates: [location.lng, location.lat] },
            },
          ],
    ),
  ];
  const file = { type: 'FeatureCollection', coordinates: 'GCJ-02', version, asOf, features };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/geo+json' }));
  link.download = `${community.name}.geojson`;
  link.click();
  URL.revokeObjectURL(link.href);
}
