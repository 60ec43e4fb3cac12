import { CircleCheck, Headset, SearchX } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import type { HotlineCard } from '../api/contract';
import { useNow } from '../clock/useNow';
import { useOnline } from '../clock/useOnline';
import { ClockText } from '../incidents/ClockText';
import { readDue } from '../incidents/clock-tone';
import { StaleBanner } from '../incidents/list/StaleBanner';
import { ListWaiting } from '../shell/ListWaiting';
import { StatePanel } from '../shell/StatePanel';
import { OrderStateChip } from './OrderStateChip';
import type { HotlineQuery, useHotlineOrders } from './useHotline';
import '../incidents/list/queue.css';
import '../tasks/tasks.css';

interface HotlineListProps {
  orders: ReturnType<typeof useHotlineOrders>;
  query: HotlineQuery;
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
}

export function HotlineList({ orders, query, openId, cursor, onPoint }: HotlineListProps) {
  const items = orders.data?.items ?? [];
  return (
    <>
      <StaleBanner queue={orders} />
      <div className={orders.isPlaceholderData ? 'queue-scroll turning' : 'queue-scroll'}>
        {items.length === 0 ? (
          <NoOrders orders={orders} query={query} />
        ) : (
          <ul className="task-list">
            {items.map((order) => (
              <OrderRow
                key={order.id}
                order={order}
                open={order.id === openId}
                pointed={order.id === cursor}
                onPoint={onPoint}
              />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

interface OrderRowProps {
  order: HotlineCard;
  open: boolean;
  pointed: boolean;
  onPoint: (id: string) => void;
}

function OrderRow({ order, open, pointed, onPoint }: OrderRowProps) {
  const now = useNow();
  const online = useOnline();
  const { search } = useLocation();
  const running = order.clock.stoppedAt === null;
  const hot = running && readDue(order.clock, now, online).due === 'over';
  return (
    <li
      data-row={order.id}
      className={[open && 'sel', pointed && 'pointed', hot && 'hot'].filter(Boolean).join(' ')}
    >
      <Link to={{ pathname: `/hotline/${order.id}`, search }} onFocus={() => onPoint(order.id)}>
        <span className="row between">
          <b className="ellipsis">{order.title}</b>
          <OrderStateChip state={order.state} />
        </span>
        <span className="note-text ellipsis">
          {order.outsideNumber} · {order.categoryLabel} · {order.placeLabel}
        </span>
        <span className="row between">
          <span className="note-text ellipsis">
            {order.incidentNumber} · {order.handlerName ? `${order.handlerName} 在办` : '还没有人接'}
          </span>
          {running ? <ClockText clock={order.clock} now={now} /> : <HandedBack late={order.clock.breached} />}
        </span>
      </Link>
    </li>
  );
}

function HandedBack({ late }: { late: boolean }) {
  return (
    <span className="due rest">
      <CircleCheck />
      {late ? '超时交回' : '按时交回'}
    </span>
  );
}

function NoOrders({ orders, query }: Pick<HotlineListProps, 'orders' | 'query'>) {
  if (!orders.data) return <ListWaiting list={orders} />;
  if (query.q) return <StatePanel icon={<SearchX />} title="没有符合的工单" note="换个编号或者词再找找。" />;
  return (
    <StatePanel
      icon={<Headset />}
      title={query.state ? '这一栏没有工单' : '还没有 12345 工单'}
      note="热线交办的工单，可以导入，也可以录一张。"
    />
  );
}
