import { Input, Modal, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { StaffAppointment } from '../../api/contract';
import { asProblem, fieldMessage } from '../../api/problem';
import { serverNowMs } from '../../clock/server-time';
import { fromDateTimeInput } from '../../clock/shanghai-input';
import { Field } from '../../forms/Field';
import { Wrong } from '../../forms/Wrong';
import { dayInWords } from './appointment-words';
import { HeldCases, QUEUE } from './HeldCases';
import { useHeldCases, usePeopleChange } from './usePeople';

interface EndFormProps {
  one: StaffAppointment;
  name: string;
  onClose: () => void;
}

interface Ending {
  /** Null: now. */
  at: string | null;
  heir: string;
}

/** Now or from a moment on; before it ends now it is said how many cases are in hand, and chosen who goes on with them. */
export function EndForm({ one, name, onClose }: EndFormProps) {
  const held = useHeldCases(one.id);
  const [heir, setHeir] = useState(QUEUE);
  const [later, setLater] = useState(false);
  const [until, setUntil] = useState('');
  const at = later ? fromDateTimeInput(until) : null;
  const past = at !== null && Date.parse(at) <= serverNowMs();
  const end = usePeopleChange<Ending>({
    send: (actionId, ending) =>
      api.POST('/api/appointments/{id}/end', {
        params: { path: { id: one.id } },
        body: {
          actionId,
          ...(ending.at === null ? {} : { at: ending.at }),
          ...(ending.at !== null || ending.heir === QUEUE ? {} : { toPersonId: ending.heir }),
        },
      }),
    say: (ending) =>
      ending.at === null ? '任命结束了' : `记下了，${dayInWords(ending.at, serverNowMs())}结束`,
    after: onClose,
  });
  return (
    <Modal
      open
      title={`结束${name}的任命：${one.roleLabel} ${one.placeLabel}`}
      okText="结束任命"
      cancelText="先不结束"
      okButtonProps={{ disabled: later ? at === null || past : !held.data }}
      confirmLoading={end.pending}
      onOk={() => end.run({ at, heir })}
      onCancel={onClose}
    >
      <div className="stack people-form">
        <Field label="什么时候结束">
          <Radio.Group
            value={later}
            options={[
              { value: false, label: '现在' },
              { value: true, label: '以后的一个时间' },
            ]}
            onChange={(e) => setLater(e.target.value as boolean)}
          />
        </Field>
        {held.data?.emptiesGrid && (
          <p>
            <b>{one.placeLabel}就没有网格员了</b>，居民报的事要社区来接。可以先任命别的人。
          </p>
        )}
        {held.data?.emptiesOrganisation && (
          <p>
            <b>{one.placeLabel}就没有人了</b>
            {held.data.openTasks > 0 ? `，还有 ${held.data.openTasks} 件没办完的任务没有人办` : ''}
            。可以先任命别的人。
          </p>
        )}
        {later ? (
          <Field
            id="end-at"
            label="到什么时候为止"
            hint={`到时候${name}手上还没办好的事回到待办，等人来接。`}
            error={past ? '要选以后的时间' : fieldMessage(end.problem, 'at')}
          >
            <Input
              id="end-at"
              type="datetime-local"
              value={until}
              onChange={(e) => setUntil(e.target.value)}
            />
          </Field>
        ) : (
          <>
            <Wrong says={held.isError ? asProblem(held.error).title : null} />
            {held.isLoading && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
            {held.data && <HeldCases held={held.data} name={name} heir={heir} onHeir={setHeir} />}
          </>
        )}
        <Wrong says={end.problem?.title} />
      </div>
    </Modal>
  );
}
