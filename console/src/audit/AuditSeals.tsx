import { App, Button, Input, Modal, Progress, Skeleton } from 'antd';
import { CircleCheck, Copy, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { $api } from '../api/client';
import { asProblem } from '../api/problem';
import { Wrong } from '../forms/Wrong';
import { ErrorState } from '../shell/ErrorState';
import { breakWords, readKept } from './audit-words';
import { type CheckState, useAuditCheck } from './useAuditCheck';

/** Whether anything was changed since it was kept, and the seals to write down elsewhere. */
export function AuditSeals({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal open={open} onCancel={onClose} title="核对审计记录" footer={null} destroyOnHidden width="42rem">
      <Check />
      <Roots />
    </Modal>
  );
}

function Check() {
  const { state, start } = useAuditCheck();
  const [text, setText] = useState('');
  const id = useId();
  const kept = readKept(text);
  const wrong = text.trim() !== '' && kept === null;
  return (
    <section className="audit-check">
      <p className="note-text">
        每条记录封存时都带着前一条的封印。核对就是从头重新算一遍，改过、删过、插进来、换了顺序的都会看出来。
      </p>
      <label htmlFor={id}>
        <span>您留存的一行封印（可以不填）</span>
        <Input
          id={id}
          value={text}
          maxLength={120}
          status={wrong ? 'error' : ''}
          placeholder="例如：2026-11-21 1024 9f2c…"
          onChange={(e) => setText(e.target.value)}
        />
        <Wrong inline says={wrong ? '要有序号和 64 位的封印，中间空一格' : null} />
      </label>
      <Button type="primary" disabled={wrong} loading={state.is === 'running'} onClick={() => start(kept)}>
        {state.is === 'idle' || state.is === 'running' ? '开始核对' : '再核对一次'}
      </Button>
      <Outcome state={state} />
    </section>
  );
}

function Outcome({ state }: { state: CheckState }) {
  if (state.is === 'idle') return null;
  if (state.is === 'running') {
    const percent = state.total === 0 ? 0 : Math.min(99, Math.floor((state.seen / state.total) * 100));
    return <Progress percent={percent} format={() => `${state.seen} 条`} />;
  }
  if (state.is === 'sound') {
    return (
      <p className="notice done" role="status">
        <CircleCheck />
        核对了 {state.seen} 条，没有被改动{state.withKept ? '，和您留存的封印也对得上' : ''}。
      </p>
    );
  }
  if (state.is === 'failed') {
    return (
      <p className="notice wait" role="alert">
        没有核对完：{state.title}
      </p>
    );
  }
  if (state.broken.kind === 'kept_root_gone') {
    return (
      <p className="notice wait" role="alert">
        <TriangleAlert />
        现有的记录没有被改动。{breakWords(state.broken)}
        。请换一行近三年的再核对；这一行要是近三年抄的，请找上级查。
      </p>
    );
  }
  return (
    <p className="notice over" role="alert">
      <TriangleAlert />
      {breakWords(state.broken)}。请保留现场，找管理数据库的人和上级一起查。
    </p>
  );
}

function Roots() {
  const roots = $api.useQuery('get', '/api/audit/roots', {}, { refetchOnMount: 'always' });
  if (roots.isError && !roots.data)
    return <ErrorState problem={asProblem(roots.error)} onRetry={() => roots.refetch()} />;
  if (!roots.data) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  const { seq, hash, items } = roots.data;
  const lines = [
    ...(seq > 0 ? [{ name: '现在', line: `${seq} ${hash}` }] : []),
    ...items.map((root) => ({ name: root.day, line: `${root.day} ${root.seq} ${root.hash}` })),
  ];
  return (
    <section className="audit-roots">
      <h3>封印</h3>
      <p className="note-text">
        管数据库的人有本事把记录和封印一起重做。隔一阵抄下一行，存到他碰不到的地方，重做就瞒不过去。
      </p>
      {lines.length === 0 && <p className="note-text">还没有封存过记录。</p>}
      <ul>
        {lines.map(({ name, line }) => (
          <Root key={line} name={name} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Root({ name, line }: { name: string; line: string }) {
  const { message } = App.useApp();
  async function copy() {
    try {
      await navigator.clipboard.writeText(line);
      void message.success('已复制');
    } catch {
      void message.error('没有复制成，请手动选中复制');
    }
  }
  return (
    <li>
      <span>{name}</span>
      <code>{line}</code>
      <Button size="small" type="text" icon={<Copy />} aria-label={`复制 ${name} 的封印`} onClick={copy} />
    </li>
  );
}
