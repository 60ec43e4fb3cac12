import { Button, Input, Modal, Skeleton } from 'antd';
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { ComparedPerson } from '../../../api/contract';
import { asProblem } from '../../../api/problem';
import { Field } from '../../../forms/Field';
import { Wrong } from '../../../forms/Wrong';
import { HOUSEHOLD, HOUSEHOLDS } from '../../households/useHouseholds';
import { usePeopleChange } from '../usePeople';
import { MergeSide } from './MergeSide';
import { useMergePreview } from './useMergePreview';
import './merge.css';

/** As much of somebody as is known before they are compared. */
export type Candidate = Pick<ComparedPerson, 'id' | 'name'> & Partial<ComparedPerson>;

interface MergeDialogProps {
  known?: Pick<ComparedPerson, 'id' | 'name'>;
  onClose: () => void;
}

/** Two people side by side: who stays, who goes into them, what goes along, and what stands in the way. */
export function MergeDialog({ known, onClose }: MergeDialogProps) {
  const [into, setInto] = useState<Candidate | null>(known ?? null);
  const [from, setFrom] = useState<Candidate | null>(null);
  const [reason, setReason] = useState('');
  const preview = useMergePreview(from?.id ?? null, into?.id ?? null);
  const merge = usePeopleChange<{ fromId: string; intoPersonId: string; reason: string }>({
    send: (actionId, { fromId, ...body }) =>
      api.POST('/api/people/{id}/merge', { params: { path: { id: fromId } }, body: { actionId, ...body } }),
    say: '合并好了',
    after: onClose,
    besides: [HOUSEHOLDS, HOUSEHOLD],
  });
  const conflicts = preview.data?.conflicts ?? [];
  const ready = preview.data !== undefined && conflicts.length === 0 && reason.trim() !== '';
  const swap = () => {
    setInto(from);
    setFrom(into);
  };
  return (
    <Modal
      open
      width="var(--merge-width)"
      title="合并重复的人"
      okText="合并"
      cancelText="先不合并"
      okButtonProps={{ disabled: !ready }}
      confirmLoading={merge.pending}
      onOk={() =>
        from && into && merge.run({ fromId: from.id, intoPersonId: into.id, reason: reason.trim() })
      }
      onCancel={onClose}
    >
      <div className="stack people-form merge-form">
        <p className="note-text">合并以后分不开。请先问过本人，确认两边是同一个人。</p>
        <div className="merge-sides">
          <MergeSide
            label="留下的人"
            person={preview.data?.into ?? into}
            other={from?.id ?? null}
            onChoose={setInto}
          />
          <Button
            className="merge-swap"
            icon={<ArrowLeftRight />}
            aria-label="换过来"
            title="换过来"
            disabled={from === null || into === null}
            onClick={swap}
          />
          <MergeSide
            label="并进来的人"
            person={preview.data?.from ?? from}
            other={into?.id ?? null}
            onChoose={setFrom}
          />
        </div>
        {preview.isLoading && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
        <Wrong says={preview.isError ? asProblem(preview.error).title : null} />
        {conflicts.length > 0 && (
          <div className="merge-conflicts" role="alert">
            <b>现在还不能合并</b>
            <ul>
              {conflicts.map(({ kind, words }) => (
                <li key={kind + words}>{words}</li>
              ))}
            </ul>
          </div>
        )}
        {preview.data && conflicts.length === 0 && (
          <>
            <p>
              <b>会一起并过来：</b>
              {preview.data.moves.map(({ title, count }) => `${title} ${count}`).join('，') || '没有别的记录'}
              。
              {preview.data.from.waysIn.length > 0 &&
                '并进来的人现在的登录会退出，下次登录看到的就是留下的人。'}
            </p>
            <Field id="merge-reason" label="怎么知道是同一个人">
              <Input.TextArea
                id="merge-reason"
                rows={2}
                maxLength={100}
                value={reason}
                placeholder="比如：本人来社区说两个号都是他的"
                onChange={(e) => setReason(e.target.value)}
              />
            </Field>
          </>
        )}
        <Wrong says={merge.problem?.title} />
      </div>
    </Modal>
  );
}
