import { ROLE_LABELS, type Role } from '@linli/shared';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldMessage } from '../../api/problem';
import { serverNowMs } from '../../clock/server-time';
import { fromDateTimeInput } from '../../clock/shanghai-input';
import { Field } from '../../forms/Field';
import { FormDialog } from '../../forms/FormDialog';
import { SEARCHED } from '../../forms/searched';
import { dayInWords } from './appointment-words';
import { PersonField } from './PersonField';
import { usePeopleChange, usePlacesFor } from './usePeople';

interface AppointFormProps {
  roles: Role[];
  known?: { id: string; name: string };
  onClose: () => void;
}

interface Asked {
  personId: string;
  role: Role;
  fromAt?: string;
  toAt?: string;
}

const WHOLE_PLATFORM: readonly Role[] = ['platform_admin', 'personnel_admin', 'auditor'];

/** Somebody, a role, a place, from when to when. */
export function AppointForm({ roles, known, onClose }: AppointFormProps) {
  const [person, setPerson] = useState(known ?? null);
  const [role, setRole] = useState<Role | null>(null);
  const [placeId, setPlaceId] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const everywhere = role !== null && WHOLE_PLATFORM.includes(role);
  const places = usePlacesFor(everywhere ? null : role);
  const place = places.data?.items.find(({ id }) => id === placeId);
  const appoint = usePeopleChange<Asked>({
    send: (id, asked) => api.POST('/api/appointments', { body: { id, ...asked } }),
    say: ({ fromAt }) => beginWords(fromAt ?? null),
    after: onClose,
  });
  const ready = person !== null && role !== null && (everywhere || place !== undefined);
  const [fromAt, toAt] = [fromDateTimeInput(from), fromDateTimeInput(to)];
  const submit = () => {
    if (!ready) return;
    appoint.run({
      ...{ personId: person.id, role },
      ...(place ? { [`${place.kind}Id`]: place.id } : {}),
      ...(fromAt ? { fromAt } : {}),
      ...(toAt ? { toAt } : {}),
    });
  };
  return (
    <FormDialog
      title="任命"
      submit="任命"
      cancel="先不任命"
      ready={ready}
      pending={appoint.pending}
      onSubmit={submit}
      onClose={onClose}
      wrong={appoint.problem?.title}
    >
      <PersonField label="这个人" found={person} onFound={setPerson} />
      <Field id="appoint-role" label="身份">
        <Select
          id="appoint-role"
          aria-label="身份"
          showSearch={SEARCHED}
          value={role}
          placeholder="选一个身份"
          options={roles.map((one) => ({ value: one, label: ROLE_LABELS[one] }))}
          onChange={(one: Role) => {
            setRole(one);
            setPlaceId(null);
          }}
        />
      </Field>
      {role !== null && !everywhere && (
        <Field
          id="appoint-place"
          label="地方"
          error={places.data?.items.length === 0 ? '您这里没有可以任命的地方' : null}
        >
          <Select
            id="appoint-place"
            aria-label="地方"
            showSearch={SEARCHED}
            loading={places.isLoading}
            value={placeId}
            placeholder="选一个地方，可以打字找"
            options={places.data?.items.map(({ id, label }) => ({ value: id, label })) ?? []}
            onChange={setPlaceId}
          />
        </Field>
      )}
      <Field id="appoint-from" label="从什么时候起" hint="不填就从现在起。">
        <Input
          id="appoint-from"
          type="datetime-local"
          value={from}
          onChange={(e) => setFrom(e.target.value)}
        />
      </Field>
      <Field
        id="appoint-to"
        label="到什么时候为止"
        hint="不填就一直有效。"
        error={fieldMessage(appoint.problem, 'toAt')}
      >
        <Input id="appoint-to" type="datetime-local" value={to} onChange={(e) => setTo(e.target.value)} />
      </Field>
    </FormDialog>
  );
}

function beginWords(fromAt: string | null): string {
  const now = serverNowMs();
  if (fromAt === null || Date.parse(fromAt) <= now) return '任命了，马上生效';
  return `任命了，${dayInWords(fromAt, now)}起生效`;
}
