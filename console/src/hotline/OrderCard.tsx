import { HOTLINE_CORRECTIONS, LIMITS, momentWords, phoneWords } from '@linli/shared';
import { Button, Input, Popconfirm } from 'antd';
import { Headset } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client';
import type { HotlineOrder, IncidentClock, IncidentDetail } from '../api/contract';
import { asProblem, fieldMessage } from '../api/problem';
import { useNow } from '../clock/useNow';
import { useDraft } from '../forms/useDraft';
import { Wrong } from '../forms/Wrong';
import { ClockText } from '../incidents/ClockText';
import { FactCard } from '../incidents/drawer/FactCard';
import { OrderStateChip } from './OrderStateChip';
import { useHotlineOrder, useOrderAction } from './useHotline';
import './hotline.css';

/** In the drawer of an incident that came from the city hotline: what the outside wants of it, and the answer. */
export function OrderCard({ incident }: { incident: IncidentDetail }) {
  return incident.outsideClock ? <OrderOf id={incident.id} clock={incident.outsideClock} /> : null;
}

function OrderOf({ id, clock }: { id: string; clock: IncidentClock }) {
  const now = useNow();
  const { data: order, isError, error, refetch } = useHotlineOrder(id);
  return (
    <FactCard
      icon={<Headset />}
      title="12345 工单"
      note={clock.stoppedAt === null && <ClockText clock={clock} now={now} />}
      tone={order?.state === 'reported_back' ? 'done' : 'rest'}
    >
      {order && <OrderBody order={order} />}
      {isError && !order && (
        <p className="row">
          {asProblem(error).title}
          <Button size="small" onClick={() => refetch()}>
            再试一次
          </Button>
        </p>
      )}
    </FactCard>
  );
}

function OrderBody({ order }: { order: HotlineOrder }) {
  const now = useNow();
  const [writing, setWriting] = useState(false);
  const may = (action: 'reply' | 'report_back') => order.allowedActions.includes(action);
  const answered = order.state === 'replied' || order.state === 'reported_back';
  return (
    <div className="order-card">
      <div className="row wrap">
        <OrderStateChip state={order.state} />
        <span className="note-text">{order.outsideNumber}</span>
      </div>
      <p>
        {order.callerName}
        {order.callerPhone && (
          <>
            {' · '}
            <a className="text-link" href={`tel:${order.callerPhone}`}>
              {phoneWords(order.callerPhone)}
            </a>
          </>
        )}
        {` · ${momentWords(order.receivedAt, now)} 来电 · 要求 ${momentWords(order.clock.dueAt, now)} 前答复`}
      </p>
      <p className="order-words">{order.text}</p>
      {answered && order.replyText && (
        <blockquote className="order-reply">
          <b>答复</b>
          <p className="order-words">{order.replyText}</p>
          <p>
            {order.repliedByName} · {order.repliedAt && momentWords(order.repliedAt, now)}
          </p>
        </blockquote>
      )}
      {order.state === 'to_handle' && <p>办好之后在这里写答复。</p>}
      {may('reply') && (writing || order.state === 'to_reply') ? (
        <ReplyForm key={order.state} order={order} onDone={() => setWriting(false)} />
      ) : (
        <div className="row wrap">
          {may('report_back') && <ReportBack order={order} />}
          {may('reply') && <Button onClick={() => setWriting(true)}>改一次答复</Button>}
        </div>
      )}
      {order.state === 'reported_back' && order.reportedBackAt && (
        <p>{momentWords(order.reportedBackAt, now)} 交回热线</p>
      )}
      <OrderTimeline order={order} />
    </div>
  );
}

function ReplyForm({ order, onDone }: { order: HotlineOrder; onDone: () => void }) {
  const correcting = order.state === 'replied';
  const [stored, setStored] = useDraft(`hotline.reply.${order.id}.${order.state}`);
  const [touched, setTouched] = useState(stored !== '');
  const words = touched ? stored : correcting ? (order.replyText ?? '') : '';
  const [tried, setTried] = useState(false);
  const reply = useOrderAction(
    (actionId, body: { replyText: string }) =>
      api.POST('/api/hotline-orders/{id}/reply', {
        params: { path: { id: order.id } },
        body: { actionId, ...body },
      }),
    {
      say: correcting ? '答复改好了' : '答复写好了，还没有交回',
      after: () => {
        setStored('');
        onDone();
      },
    },
  );
  const missing = words.trim() ? null : '写一句怎么答复来电人';
  const wrong = (tried && missing) || fieldMessage(reply.problem, 'replyText');
  return (
    <form
      className="order-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        setTried(true);
        if (!missing) reply.run({ replyText: words.trim() });
      }}
    >
      <Input.TextArea
        id="hotline-reply"
        aria-label="答复"
        rows={4}
        maxLength={LIMITS.hotlineReplyChars}
        value={words}
        placeholder="写给来电人看的，比如：您好，楼道灯已经换好，感谢您的反映。"
        onChange={(e) => {
          setTouched(true);
          setStored(e.target.value);
        }}
      />
      <Wrong says={wrong} />
      <div className="row wrap">
        <Button type="primary" htmlType="submit" loading={reply.pending}>
          {correcting ? '改好了' : '写好答复'}
        </Button>
        {correcting && <Button onClick={onDone}>先不改</Button>}
        <span className="note-text">
          {correcting ? '只能改这一次。' : `交回之前可以改 ${HOTLINE_CORRECTIONS} 次。`}
        </span>
      </div>
    </form>
  );
}

function ReportBack({ order }: { order: HotlineOrder }) {
  const back = useOrderAction(
    (actionId, _: null) =>
      api.POST('/api/hotline-orders/{id}/report-back', {
        params: { path: { id: order.id } },
        body: { actionId },
      }),
    { say: '记下了，已经交回' },
  );
  return (
    <Popconfirm
      title="答复已经交回热线了吗"
      description="在热线的系统里交过之后再记，记了就不能再改。"
      okText="交回了"
      cancelText="还没有"
      onConfirm={() => back.run(null)}
    >
      <Button type="primary" loading={back.pending}>
        记下已交回
      </Button>
    </Popconfirm>
  );
}

function OrderTimeline({ order: { timeline } }: { order: HotlineOrder }) {
  const now = useNow();
  return (
    <details>
      <summary className="note-text">工单经过</summary>
      <ol className="order-timeline">
        {timeline.map(({ id, label, at, byLabel, note }) => (
          <li key={id}>
            {momentWords(at, now)} {byLabel} {label}
            {note && <p className="order-words">{note}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
