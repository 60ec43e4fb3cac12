import { App, Button } from 'antd';
import { useState } from 'react';
import { answered } from '../api/answered';
import { asProblem } from '../api/problem';
import type { Answering } from '../api/useAction';

interface WholePhoneProps {
  masked: string;
  /** Whose it is. */
  name: string;
  ask: () => Answering<{ phone: string }>;
}

/** A number with its middle hidden. The whole one comes only when it is asked for, and that it was is kept. */
export function WholePhone({ masked, name, ask }: WholePhoneProps) {
  const [phone, setPhone] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  const show = async () => {
    setAsking(true);
    try {
      setPhone((await answered<{ phone: string }>(ask())).phone);
    } catch (error) {
      void message.error(asProblem(error).title);
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <span>{phone ?? masked}</span>
      {phone === null && (
        <Button
          size="small"
          loading={asking}
          aria-label={`看${name}的完整电话`}
          title="看过会记进审计"
          onClick={show}
        >
          看完整电话
        </Button>
      )}
    </>
  );
}
