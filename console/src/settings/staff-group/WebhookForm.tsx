import type { Problem } from '@linli/shared';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { fieldMessage } from '../../api/problem';
import { Wrong } from '../../forms/Wrong';

/** What the server takes. */
const MOST_CHARS = 300;

interface WebhookFormProps {
  /** There is one already, which stays until the new one is saved. */
  replacing: boolean;
  pending: boolean;
  problem: Problem | null;
  onSave: (webhook: string) => void;
  onCancel: () => void;
}

/** The robot's address is a secret: pasted here once, never shown again. */
export function WebhookForm({ replacing, pending, problem, onSave, onCancel }: WebhookFormProps) {
  const [webhook, setWebhook] = useState('');
  const [empty, setEmpty] = useState(false);
  const wrong = empty
    ? '先把机器人的地址粘贴到这里'
    : (fieldMessage(problem ?? null, 'webhook') ?? problem?.title);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setEmpty(webhook.trim() === '');
        if (webhook.trim() !== '') onSave(webhook.trim());
      }}
    >
      <label htmlFor="webhook">
        在群里点「添加群机器人」，复制它的 Webhook 地址，粘贴到这里。保存以后只显示尾号。
      </label>
      <Input.Password
        id="webhook"
        autoComplete="off"
        maxLength={MOST_CHARS}
        value={webhook}
        status={wrong ? 'error' : ''}
        placeholder="https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…"
        onChange={(e) => {
          setEmpty(false);
          setWebhook(e.target.value);
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
