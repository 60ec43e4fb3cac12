import { CALLABLE_PHONE_WORDS, callablePhone, type Problem } from '@linli/shared';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { fieldMessage } from '../../api/problem';
import { useDraft } from '../../forms/useDraft';
import { Wrong } from '../../forms/Wrong';

const MOST_CHARS = 24;

interface DutyPhoneFormProps {
  communityId: string;
  /** There is one already, which stays until the new one is saved. */
  replacing: boolean;
  pending: boolean;
  problem: Problem | null;
  onSave: (phone: string, saved: () => void) => void;
  onCancel: () => void;
}

export function DutyPhoneForm({
  communityId,
  replacing,
  pending,
  problem,
  onSave,
  onCancel,
}: DutyPhoneFormProps) {
  const [written, setWritten] = useDraft(`duty-phone.${communityId}`);
  const [refused, setRefused] = useState(false);
  const wrong = refused ? CALLABLE_PHONE_WORDS : (fieldMessage(problem, 'phone') ?? problem?.title);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const phone = callablePhone(written);
        setRefused(phone === null);
        if (phone !== null) onSave(phone, () => setWritten(''));
      }}
    >
      <label htmlFor="duty-phone">社区值班室的手机或座机，座机带上区号</label>
      <Input
        id="duty-phone"
        inputMode="tel"
        autoComplete="off"
        maxLength={MOST_CHARS}
        value={written}
        status={wrong ? 'error' : ''}
        placeholder="如 0546-8123456"
        onChange={(e) => {
          setRefused(false);
          setWritten(e.target.value);
        }}
      />
      <Wrong says={wrong} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={pending}>
          保存
        </Button>
        {replacing && <Button onClick={onCancel}>不换了</Button>}
      </div>
    </form>
  );
}
