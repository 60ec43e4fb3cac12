import { LIMITS } from '@linli/shared';
import { Input, Segmented, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../api/client';
import { beyondFields, fieldMessage } from '../../api/problem';
import { Field } from '../../forms/Field';
import { FormDialog } from '../../forms/FormDialog';
import { SEARCHED } from '../../forms/searched';
import { useStaffCommunities } from '../../incidents/useStaffCommunities';
import { usePlaceChange } from './usePlaces';

const PointPicker = lazy(() => import('../../callers/PointPicker'));

interface Draft {
  label: string;
  address: string;
  buildingId: string | null;
  point: { lng: number; lat: number } | null;
}

const EMPTY: Draft = { label: '', address: '', buildingId: null, point: null };

/** A code for a spot that is not simply a building: a gate, a garden, the garage's way in; or for one more door of a building. */
export function MakePlaceForm({ communityId, onClose }: { communityId: string; onClose: () => void }) {
  const areas = useStaffCommunities().filter(({ community }) => community.id === communityId);
  const [at, setAt] = useState<'point' | 'building'>('point');
  const [draft, setDraft] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const change = (some: Partial<Draft>) => setDraft({ ...draft, ...some });
  const make = usePlaceChange<Draft & { at: 'point' | 'building' }>({
    send: (id, { at: how, label, address, buildingId, point }) =>
      api.POST('/api/places', {
        body: {
          ...{ id, communityId, label: label.trim(), address: address.trim() },
          ...(how === 'building' && buildingId ? { buildingId } : {}),
          ...(how === 'point' && point ? { location: { ...point, system: 'gcj02' } } : {}),
        },
      }),
    say: ({ label }) => `「${label.trim()}」的码做好了，勾选以后打印`,
    after: onClose,
  });
  const lacking = {
    label: draft.label.trim() ? null : '写上这个地方叫什么',
    address: draft.address.trim() ? null : '写上地址，扫码的人一看就知道在哪',
    where: (at === 'building' ? draft.buildingId : draft.point) ? null : '指出它在哪里',
  };
  const submit = () => {
    setTried(true);
    if (Object.values(lacking).every((one) => one === null)) make.run({ ...draft, at });
  };
  const buildings = areas.flatMap(({ buildings: own }) =>
    own.map(({ id, name, estateName }) => ({ value: id, label: `${estateName} ${name}` })),
  );
  return (
    <FormDialog
      title="做一个码"
      submit="做好"
      cancel="先不做"
      pending={make.pending}
      onSubmit={submit}
      onClose={onClose}
      closable={false}
      className="stack"
      wrong={beyondFields(make.problem)}
    >
      <Field
        id="place-label"
        label="这个地方叫什么"
        error={(tried && lacking.label) || fieldMessage(make.problem, 'label')}
      >
        <Input
          id="place-label"
          autoFocus
          maxLength={LIMITS.placeLabelChars}
          value={draft.label}
          placeholder="比如：安澜里南门"
          onChange={(e) => change({ label: e.target.value })}
        />
      </Field>
      <Field
        id="place-address"
        label="地址"
        error={(tried && lacking.address) || fieldMessage(make.problem, 'address')}
      >
        <Input
          id="place-address"
          maxLength={LIMITS.placeAddressChars}
          value={draft.address}
          placeholder="比如：和悦街 18 号"
          onChange={(e) => change({ address: e.target.value })}
        />
      </Field>
      <Field label="在哪里" error={tried && lacking.where}>
        <Segmented
          value={at}
          options={[
            { value: 'point', label: '在地图上点' },
            { value: 'building', label: '在一栋楼' },
          ]}
          onChange={setAt}
        />
        {at === 'point' && areas.length > 0 && (
          <Suspense fallback={<div className="map-box" />}>
            <PointPicker areas={areas} point={draft.point} onPick={(point) => change({ point })} />
          </Suspense>
        )}
        {at === 'building' && (
          <Select
            aria-label="哪栋楼"
            placeholder="选一栋楼，可以打字找"
            showSearch={SEARCHED}
            value={draft.buildingId}
            options={buildings}
            onChange={(buildingId: string) => change({ buildingId })}
          />
        )}
      </Field>
    </FormDialog>
  );
}
