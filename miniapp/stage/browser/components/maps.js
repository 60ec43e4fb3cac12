import { defineBuiltin, numberOr } from './define.js';

/** The map is a plain box that says where it is and lists what is on it; each marker can be tapped. */
export function defineMaps(space) {
  return {
    map: defineBuiltin(space, 'map', {
      props: [
        'longitude',
        'latitude',
        'scale',
        'minScale',
        'maxScale',
        'markers',
        'covers',
        'polyline',
        'circles',
        'controls',
        'includePoints',
        'polygons',
        'showLocation',
        'subkey',
        'layerStyle',
        'rotate',
        'skew',
        'enable3D',
        'showCompass',
        'showScale',
        'enableOverlooking',
        'enableAutoMaxOverlooking',
        'enableZoom',
        'enableScroll',
        'enableRotate',
        'enableSatellite',
        'enableTraffic',
        'enablePoi',
        'enableBuilding',
        'setting',
      ],
      mount: mountMap,
    }),
  };
}

function mountMap({ element, emit, values }) {
  const layer = document.createElement('div');
  layer.className = 'stage-map';
  element.append(layer);
  const where = document.createElement('div');
  const marks = document.createElement('div');
  layer.append(where, marks);
  layer.addEventListener('stage:tap', (event) => {
    if (event.target.closest('[data-marker]')) return;
    emit('tap', { longitude: numberOr(values.longitude, 0), latitude: numberOr(values.latitude, 0) });
  });
  const draw = () => {
    const polygons = values.polygons?.length ?? 0;
    where.textContent = `地图 ${numberOr(values.latitude, 0).toFixed(4)}, ${numberOr(values.longitude, 0).toFixed(4)}${polygons ? `（${polygons} 片区域）` : ''}`;
    marks.replaceChildren(...(values.markers ?? []).map((marker) => markOf(marker, emit)));
  };
  let drawing = false;
  return {
    update(name) {
      if (drawing || !['longitude', 'latitude', 'markers', 'polygons'].includes(name)) return;
      drawing = true;
      queueMicrotask(() => {
        drawing = false;
        draw();
      });
    },
  };
}

function markOf(marker, emit) {
  const mark = document.createElement('span');
  mark.dataset.marker = String(marker.id);
  mark.setAttribute('role', 'button');
  mark.textContent = `● ${marker.callout?.content ?? marker.label?.content ?? marker.title ?? marker.id}`;
  mark.addEventListener('stage:tap', () => emit('markertap', { markerId: marker.id }));
  return mark;
}
