import { LIMITS, ORGANISATION_KIND_LABELS, ORGANISATION_KINDS, type OrganisationKind } from '@linli/shared';
import { Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { api } from '../../api/client';
import { Field } from '../../forms/Field';
import { FormDialog } from '../../forms/FormDialog';
import { SEARCHED } from '../../forms/searched';
import { useOrganisationChange, useOrganisationPlaces } from './useOrganisationDesk';

interface AddOrganisationFormProps {
  onAdded: (id: string) => void;
  onClose: () => void;
}

interface Draft {
  kind: OrganisationKind;
  name: string;
  areaId: string;
}

const KINDS = ORGANISATION_KINDS.map((value) => ({ value, label: ORGANISATION_KIND_LABELS[value] }));

/** What it is called, what kind it is, and whom it serves. */
export function AddOrganisationForm({ onAdded, onClose }: AddOrganisationFormProps) {
  const places = useOrganisationPlaces();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OrganisationKind | null>(null);
  const [chosen, setAreaId] = useState<string | null>(null);
  const choices = places.data?.items ?? [];
  // Most have one community, and are not asked what has one answer.
  const areaId = chosen ?? (choices.length === 1 ? (choices[0]?.id ?? null) : null);
  const added = useRef('');
  const add = useOrganisationChange<Draft>({
    send: (id, draft) => {
      added.current = id;
      return api.POST('/api/organisations', { body: { id, ...draft } });
    },
    say: '添加好了，可以任命人到这里',
    after: () => {
      onClose();
      onAdded(added.current);
    },
  });
  const wrong = add.problem?.title ?? (places.isError ? '没有取到可以选的地方，请关上再打开' : null);
  const ready = kind !== null && areaId !== null && name.trim() !== '';
  return (
    <FormDialog
      title="添加单位"
      submit="添加单位"
      cancel="先不添加"
      ready={ready}
      pending={add.pending}
      onSubmit={() => ready && add.run({ kind, areaId, name: name.trim() })}
      onClose={onClose}
      className="people-form"
      wrong={wrong}
    >
      <Field id="organisation-name" label="名字" hint="写全称，居民和工作人员都看得到。">
        <Input
          id="organisation-name"
          autoFocus
          maxLength={LIMITS.organisationNameChars}
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
      </Field>
      <Field id="organisation-kind" label="是哪一类">
        <Select
          id="organisation-kind"
          aria-label="是哪一类"
          showSearch={SEARCHED}
          value={kind}
          placeholder="选一类"
          options={KINDS}
          onChange={setKind}
        />
      </Field>
      <Field id="organisation-area" label="服务哪里">
        <Select
          id="organisation-area"
          aria-label="服务哪里"
          showSearch={SEARCHED}
          loading={places.isLoading}
          value={areaId}
          placeholder="选一个社区，或者整个街道"
          options={choices.map(({ id, label }) => ({ value: id, label }))}
          onChange={setAreaId}
        />
      </Field>
    </FormDialog>
  );
}
