import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { StaffAppointment } from '../../api/contract';
import { fieldMessage } from '../../api/problem';
import { fromDateTimeInput, toDateTimeInput } from '../../clock/shanghai-input';
import { Field } from '../../forms/Field';
import { FormDialog } from '../../forms/FormDialog';
import { usePeopleChange } from './usePeople';

interface ExtendFormProps {
  one: StaffAppointment;
  name: string;
  onClose: () => void;
}

/** A later end for an appointment that has one; ending it earlier is another thing. */
export function ExtendForm({ one, name, onClose }: ExtendFormProps) {
  const until = one.toAt === null ? 0 : Date.parse(one.toAt);
  const [to, setTo] = useState(() => toDateTimeInput(until));
  const at = fromDateTimeInput(to);
  const later = at !== null && Date.parse(at) > until;
  const extend = usePeopleChange<string>({
    send: (actionId, moment) =>
      api.POST('/api/appointments/{id}/end', {
        params: { path: { id: one.id } },
        body: { actionId, at: moment },
      }),
    say: '延长了',
    after: onClose,
  });
  return (
    <FormDialog
      title={`延长${name}的任命：${one.roleLabel} ${one.placeLabel}`}
      submit="延长"
      cancel="先不延长"
      ready={Boolean(later)}
      pending={extend.pending}
      onSubmit={() => later && extend.run(at)}
      onClose={onClose}
      className="people-form"
    >
      <Field
        id="extend-to"
        label="到什么时候为止"
        hint="要比现在的结束时间晚。"
        error={fieldMessage(extend.problem, 'at') ?? extend.problem?.title}
      >
        <Input id="extend-to" type="datetime-local" value={to} onChange={(e) => setTo(e.target.value)} />
      </Field>
    </FormDialog>
  );
}
