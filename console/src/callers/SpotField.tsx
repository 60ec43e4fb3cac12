import { Button, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { CommunityMap } from '../api/contract';
import { Field } from '../forms/Field';
import { SEARCHED } from '../forms/searched';
import './callers.css';

const PointPicker = lazy(() => import('./PointPicker'));

/** Where something is, as it was chosen; at most one of these. */
export interface Spot {
  buildingId: string | null;
  /** A public place, where those are offered. */
  placeId?: string | null;
  /** A point on the map, where no building fits. */
  point: { lng: number; lat: number } | null;
}

interface SpotFieldProps {
  spot: Spot;
  onPick: (spot: Spot) => void;
  communities: CommunityMap[];
  /** Gates and gardens can be chosen besides buildings. */
  withPlaces?: boolean;
  wrong?: string | null | false | undefined;
}

/** Where: a building by its name, or a point on the map. */
export function SpotField({ spot, onPick, communities, withPlaces = false, wrong }: SpotFieldProps) {
  const [mapped, setMapped] = useState(spot.point !== null);
  const several = communities.length > 1;
  const buildings = communities.flatMap(({ community, buildings: own }) =>
    own.map(({ id, name, estateName }) => ({
      value: id,
      label: [several && community.name, estateName, name].filter(Boolean).join(' '),
    })),
  );
  const places = withPlaces
    ? communities.flatMap(({ places: own }) => own.map(({ id, label }) => ({ value: id, label })))
    : [];
  const isPlace = (id: string) => places.some(({ value }) => value === id);
  const chosen = (id: string | undefined): Spot => {
    if (id === undefined) return { buildingId: null, placeId: null, point: null };
    return isPlace(id)
      ? { buildingId: null, placeId: id, point: null }
      : { buildingId: id, placeId: null, point: null };
  };
  return (
    <Field label="在哪里" error={wrong}>
      <div className="row wrap">
        <Select
          className="grow caller-building"
          aria-label={withPlaces ? '哪栋楼、哪个地方' : '哪栋楼'}
          placeholder={withPlaces ? '选一栋楼或一个公共地方，可以打字找' : '选一栋楼，可以打字找'}
          showSearch={SEARCHED}
          allowClear
          value={spot.buildingId ?? spot.placeId ?? null}
          options={[...buildings, ...places]}
          notFoundContent="没有找到，可以在地图上点"
          onChange={(id: string | undefined) => onPick(chosen(id ?? undefined))}
        />
        <Button aria-expanded={mapped} onClick={() => setMapped(!mapped)}>
          {mapped ? '收起地图' : '在地图上点'}
        </Button>
      </div>
      {mapped && communities.length > 0 && (
        <Suspense fallback={<div className="map-box" />}>
          <PointPicker
            areas={communities}
            point={spot.point}
            onPick={(point) => onPick({ buildingId: null, placeId: null, point })}
          />
        </Suspense>
      )}
    </Field>
  );
}
