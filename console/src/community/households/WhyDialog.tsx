import { LIMITS } from '@linli/shared';
import { Input } from 'antd';
import { useState } from 'react';
import type { MemberLine } from '../../api/contract';
import { FormDialog } from '../../forms/FormDialog';
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
    <FormDialog
      title={words.title(member.name)}
      submit={words.ok}
      cancel="先不动"
      ready={reason.trim() !== ''}
      pending={decide.pending}
      onSubmit={() => decide.run({ reason: reason.trim() })}
      onClose={onClose}
      className="stack"
      wrong={decide.problem?.title}
    >
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
    </FormDialog>
  );
}
