import { Modal, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { StaffAppointment } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { Field } from '../../forms/Field';
import { Wrong } from '../../forms/Wrong';
import { useHeldCases, usePeopleChange } from './usePeople';

const QUEUE = 'queue';

interface EndFormProps {
  one: StaffAppointment;
  name: string;
  onClose: () => void;
}

/** Before it ends it is said how many cases are in hand, and chosen who goes on with them. */
export function EndForm({ one, name, onClose }: EndFormProps) {
  const held = useHeldCases(one.id);
  const [to, setTo] = useState(QUEUE);
  const end = usePeopleChange<string>({
    send: (actionId, heir) =>
      api.POST('/api/appointments/{id}/end', {
        params: { path: { id: one.id } },
        body: { actionId, ...(heir === QUEUE ? {} : { toPersonId: heir }) },
      }),
    say: '任命结束了',
    after: onClose,
  });
  const { count = 0, items = [], heirs = [] } = held.data ?? {};
  return (
    <Modal
      open
      title={`结束${name}的任命：${one.roleLabel} ${one.placeLabel}`}
      okText="结束任命"
      cancelText="先不结束"
      okButtonProps={{ disabled: !held.data }}
      confirmLoading={end.pending}
      onOk={() => end.run(to)}
      onCancel={onClose}
    >
      <div className="stack people-form">
        <Wrong says={held.isError ? asProblem(held.error).title : null} />
        {held.isLoading && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
        {held.data && count === 0 && <p>{name}手上没有这里的事，结束以后马上看不到这里的后台。</p>}
        {held.data && count > 0 && (
          <>
            <p>
              <b>
                {name}手上还有 {count} 件在办的事
              </b>
              ，结束以后要有人接。
            </p>
            <ul className="people-cases">
              {items.map((item) => (
                <li key={item.id}>
                  {item.number}　{item.placeLabel}
                </li>
              ))}
            </ul>
            <Field id="end-heir" label="这些事交给谁">
              <Select
                id="end-heir"
                aria-label="这些事交给谁"
                showSearch
                optionFilterProp="label"
                value={to}
                options={[
                  { value: QUEUE, label: '回到待办，等人来接' },
                  ...heirs.map((heir) => ({ value: heir.id, label: `${heir.name}（${heir.roleLabel}）` })),
                ]}
                onChange={setTo}
              />
            </Field>
          </>
        )}
        <Wrong says={end.problem?.title} />
      </div>
    </Modal>
  );
}
