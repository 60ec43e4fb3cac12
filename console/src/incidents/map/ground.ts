import L from 'leaflet';

let asked: Promise<string | null> | null = null;

/** Where pictures of the ground come from; asked once, since it changes only with the server. */
function tileAddress(): Promise<string | null> {
  asked ??= fetch('/console/map-tiles.json')
    .then((answer) => answer.json() as Promise<{ url: string | null }>)
    .then(({ url }) => url)
    .catch(() => null);
  return asked;
}

/** Lays pictures of the ground under a map where there is a tile server; without one our own outlines are the map. */
export function layGround(map: L.Map): void {
  void tileAddress().then((url) => {
    // It may be closed again by now.
    if (url === null || !map.getContainer().isConnected) return;
    L.tileLayer(url, { maxZoom: 22, maxNativeZoom: 18, subdomains: '1234' }).addTo(map);
    map.getContainer().classList.add('on-tiles');
  });
}
