import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { FoundPerson, StaffAppointment } from '../../api/contract';
import { serverNowMs } from '../../clock/server-time';
import { fromDateTimeInput, toDateTimeInput } from '../../clock/shanghai-input';
import { Field } from '../../forms/Field';
import { FormDialog } from '../../forms/FormDialog';
import { PersonField } from './PersonField';
import { usePeopleChange } from './usePeople';

interface LeaveFormProps {
  one: StaffAppointment;
  name: string;
  personId: string;
  onClose: () => void;
}

/** From when to when somebody is away, and who stands in. */
export function LeaveForm({ one, name, personId, onClose }: LeaveFormProps) {
  const [from, setFrom] = useState(() => toDateTimeInput(serverNowMs()));
  const [to, setTo] = useState('');
  const [covered, setCovered] = useState(true);
  const [standIn, setStandIn] = useState<Pick<FoundPerson, 'id' | 'name'> | null>(null);
  const fromAt = fromDateTimeInput(from);
  const toAt = fromDateTimeInput(to);
  const leave = usePeopleChange<{ fromAt: string; toAt: string; standInId?: string }>({
    send: (id, asked) =>
      api.POST('/api/appointments/{id}/leaves', {
        params: { path: { id: one.id } },
        body: { id, ...asked },
      }),
    say: '请假登记好了',
    after: onClose,
  });
  const asked =
    fromAt && toAt && (!covered || standIn !== null)
      ? { fromAt, toAt, ...(covered && standIn ? { standInId: standIn.id } : {}) }
      : null;
  return (
    <FormDialog
      title={`${name}请假：${one.roleLabel} ${one.placeLabel}`}
      submit="登记请假"
      cancel="先不登记"
      ready={asked !== null}
      pending={leave.pending}
      onSubmit={() => asked && leave.run(asked)}
      onClose={onClose}
      wrong={leave.problem?.title}
    >
      <p className="note-text">
        请假的时候，{name}看不到这里的后台，手上的事交给代班的人；没有人代班就回到待办。
      </p>
      <Field id="leave-from" label="从什么时候起">
        <Input id="leave-from" type="datetime-local" value={from} onChange={(e) => setFrom(e.target.value)} />
      </Field>
      <Field id="leave-to" label="到什么时候回来">
        <Input id="leave-to" type="datetime-local" value={to} onChange={(e) => setTo(e.target.value)} />
      </Field>
      <Checkbox checked={covered} onChange={(e) => setCovered(e.target.checked)}>
        有人代班
      </Checkbox>
      {covered && <PersonField label="代班的人" found={standIn} onFound={setStandIn} besides={personId} />}
    </FormDialog>
  );
}
