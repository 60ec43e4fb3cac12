import { LIMITS } from '@linli/shared';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { MemberLine } from '../../api/contract';
import { Wrong } from '../../forms/Wrong';
import { useDecision } from './useHouseholds';

const WORDS = {
  refuse: { title: (name: string) => `不通过${name}的认领`, ok: '告诉对方没有通过' },
  end: { title: (name: string) => `${name}不住这里了`, ok: '结束这条登记' },
};

interface WhyDialogProps {
  member: MemberLine;
  decision: 'refuse' | 'end';
  onClose: () => void;
}

/** Whoever it is about reads the reason, so that there is no answer without one. */
export function WhyDialog({ member, decision, onClose }: WhyDialogProps) {
  const [reason, setReason] = useState('');
  const decide = useDecision(decision, member, onClose);
  const words = WORDS[decision];
  return (
    <Modal
      open
      title={words.title(member.name)}
      okText={words.ok}
      cancelText="先不动"
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={decide.pending}
      onOk={() => decide.run({ reason: reason.trim() })}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="note-text">{member.homeLabel}。对方会看到您写的原因。</p>
        <Input.TextArea
          id="household-why"
          aria-label="为什么"
          autoFocus
          rows={3}
          maxLength={LIMITS.householdReasonChars}
          value={reason}
          placeholder="如 请带租房合同到社区看一下"
          onChange={(e) => setReason(e.target.value)}
        />
        <Wrong says={decide.problem?.title} />
      </div>
    </Modal>
  );
}
