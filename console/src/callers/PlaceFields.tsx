import { LIMITS } from '@linli/shared';
import { Button, Input, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Field } from '../forms/Field';
import { SEARCHED } from '../forms/searched';
import { useStaffCommunities } from '../incidents/useStaffCommunities';
import type { ReportDraft } from './report-draft';

const PointPicker = lazy(() => import('./PointPicker'));

interface PlaceFieldsProps {
  draft: ReportDraft;
  change: (some: Partial<ReportDraft>) => void;
  wrong: string | null | false | undefined;
}

/** Where: a building by its name, or a point on the map; then where exactly, in words. */
export function PlaceFields({ draft, change, wrong }: PlaceFieldsProps) {
  const communities = useStaffCommunities();
  const [mapped, setMapped] = useState(draft.point !== null);
  const several = communities.length > 1;
  const buildings = communities.flatMap(({ community, buildings: own }) =>
    own.map(({ id, name, estateName }) => ({
      value: id,
      label: [several && community.name, estateName, name].filter(Boolean).join(' '),
    })),
  );
  return (
    <>
      <Field label="在哪里" error={wrong}>
        <div className="row wrap">
          <Select
            className="grow caller-building"
            aria-label="哪栋楼"
            placeholder="选一栋楼，可以打字找"
            showSearch={SEARCHED}
            allowClear
            value={draft.buildingId}
            options={buildings}
            notFoundContent="没有这栋楼，可以在地图上点"
            onChange={(buildingId: string | undefined) =>
              change({ buildingId: buildingId ?? null, point: null })
            }
          />
          <Button aria-expanded={mapped} onClick={() => setMapped(!mapped)}>
            {mapped ? '收起地图' : '在地图上点'}
          </Button>
        </div>
        {mapped && communities.length > 0 && (
          <Suspense fallback={<div className="map-box" />}>
            <PointPicker
              areas={communities}
              point={draft.point}
              onPick={(point) => change({ point, buildingId: null })}
            />
          </Suspense>
        )}
      </Field>
      <Field id="caller-place-note" label="具体位置（可以不填）">
        <Input
          id="caller-place-note"
          maxLength={LIMITS.placeNoteChars}
          value={draft.placeNote}
          placeholder="比如：2 单元一楼门口"
          onChange={(e) => change({ placeNote: e.target.value })}
        />
      </Field>
    </>
  );
}
