import { Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { StaffAppointment } from '../../api/contract';
import { fieldMessage } from '../../api/problem';
import { fromDateTimeInput, toDateTimeInput } from '../../clock/shanghai-input';
import { Field } from '../../forms/Field';
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
    <Modal
      open
      title={`延长${name}的任命：${one.roleLabel} ${one.placeLabel}`}
      okText="延长"
      cancelText="先不延长"
      okButtonProps={{ disabled: !later }}
      confirmLoading={extend.pending}
      onOk={() => later && extend.run(at)}
      onCancel={onClose}
    >
      <div className="people-form">
        <Field
          id="extend-to"
          label="到什么时候为止"
          hint="要比现在的结束时间晚。"
          error={fieldMessage(extend.problem, 'at') ?? extend.problem?.title}
        >
          <Input id="extend-to" type="datetime-local" value={to} onChange={(e) => setTo(e.target.value)} />
        </Field>
      </div>
    </Modal>
  );
}
