import { LIMITS } from '@linli/shared';
import { Button, Input, Radio, Select } from 'antd';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { $api, api } from '../api/client';
import type { EnterHotlineOrder } from '../api/contract';
import { newId } from '../api/new-id';
import { fieldMessage } from '../api/problem';
import { PlaceFields } from '../callers/PlaceFields';
import { useNow } from '../clock/useNow';
import { DueField } from '../forms/DueField';
import { Field } from '../forms/Field';
import { useDraftOf } from '../forms/useDraft';
import { useStaffCommunities } from '../incidents/useStaffCommunities';
import { emptyOrder, isOrderDraft, missingInOrder, type OrderDraft, orderOf } from './order-draft';
import { useOrderAction } from './useHotline';
import '../callers/callers.css';
import '../incidents/list/top-bar.css';

/** One order typed in by hand; afterwards one is beside its matter. */
export function EnterOrderPage() {
  return (
    <>
      <header className="top-bar">
        <Link className="icon-button" to="/hotline" aria-label="回到工单" title="回到工单">
          <ArrowLeft />
        </Link>
        <h1>录一张 12345 工单</h1>
      </header>
      <div className="page-scroll">
        <EnterOrderForm />
      </div>
    </>
  );
}

function EnterOrderForm() {
  const navigate = useNavigate();
  const now = useNow();
  const [stored, keep] = useDraftOf<OrderDraft | null>('hotline-order', null, isOrderDraft);
  const [first] = useState(() => emptyOrder(newId()));
  const draft = stored ?? first;
  const change = (some: Partial<OrderDraft>) => keep({ ...draft, ...some });
  const [tried, setTried] = useState(false);
  const communities = useStaffCommunities();
  const [chosen, setChosen] = useState<string | null>(null);
  const communityId = chosen ?? communities[0]?.community.id ?? '';
  const categories = $api.useQuery(
    'get',
    '/api/incident-categories',
    {},
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const enter = useOrderAction((_, body: EnterHotlineOrder) => api.POST('/api/hotline-orders', { body }), {
    say: '录好了，当成一件事来办',
    after: ({ id }) => {
      keep(null);
      navigate(`/hotline/${id}`, { replace: true });
    },
    arrivedBefore: ({ id }) => {
      keep(null);
      navigate(`/hotline/${id}`, { replace: true });
      return '上次其实录进去了，这是当时的内容，请核对';
    },
  });
  const missing = missingInOrder(draft, now);
  const said = (field: keyof typeof missing, sent: string = field) =>
    (tried && missing[field]) || fieldMessage(enter.problem, sent);
  const known = enter.problem?.code === 'hotline/number-known' ? enter.problem.title : undefined;

  return (
    <form
      className="caller-form"
      aria-label="录一张 12345 工单"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        setTried(true);
        if (Object.keys(missing).length === 0 && communityId) enter.run(orderOf(draft, communityId));
      }}
    >
      <div className="caller-who">
        <Field id="order-number" label="工单编号" error={said('outsideNumber') || known}>
          <Input
            id="order-number"
            autoFocus
            maxLength={LIMITS.hotlineNumberChars}
            value={draft.outsideNumber}
            onChange={(e) => change({ outsideNumber: e.target.value })}
          />
        </Field>
        <Field id="order-received" label="受理时间（可以不填）" error={said('received', 'receivedAt')}>
          <Input
            id="order-received"
            type="datetime-local"
            value={draft.received}
            onChange={(e) => change({ received: e.target.value })}
          />
        </Field>
      </div>
      <Field label="热线要求什么时候前答复" error={said('due', 'outsideDueAt')}>
        <DueField id="order-due" label="办理时限" value={draft.due} onChange={(due) => change({ due })} />
      </Field>
      <div className="caller-who">
        <Field id="order-caller" label="来电人" error={said('callerName', 'caller.name')}>
          <Input
            id="order-caller"
            maxLength={LIMITS.personNameChars}
            value={draft.callerName}
            placeholder="比如：李女士"
            onChange={(e) => change({ callerName: e.target.value })}
          />
        </Field>
        <Field id="order-phone" label="联系电话（可以不填）" error={said('phone', 'caller.phone')}>
          <Input
            id="order-phone"
            inputMode="tel"
            maxLength={20}
            value={draft.phone}
            placeholder="手机，或者带区号的座机"
            onChange={(e) => change({ phone: e.target.value })}
          />
        </Field>
      </div>
      <Field id="order-text" label="诉求内容" error={said('description', 'text')}>
        <Input.TextArea
          id="order-text"
          rows={5}
          maxLength={LIMITS.hotlineTextChars}
          value={draft.description}
          onChange={(e) => change({ description: e.target.value })}
        />
      </Field>
      <Field label="类别" error={said('categoryCode')}>
        <Radio.Group
          aria-label="类别"
          optionType="button"
          options={categories.data?.items.map(({ code, label }) => ({ value: code, label })) ?? []}
          value={draft.categoryCode}
          onChange={(e) => change({ categoryCode: e.target.value })}
        />
      </Field>
      {communities.length > 1 && (
        <Field label="哪个社区">
          <Select
            aria-label="哪个社区"
            value={communityId}
            options={communities.map(({ community: { id, name } }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        </Field>
      )}
      <PlaceFields
        draft={draft}
        change={change}
        wrong={enter.problem?.code === 'hotline/place-elsewhere' && enter.problem.title}
      />
      <div className="row wrap">
        <Button type="primary" size="large" htmlType="submit" loading={enter.pending}>
          录好了
        </Button>
        <span className="note-text">不知道是哪栋楼就空着，先放在未分配。来电人的名字和电话邻居看不到。</span>
      </div>
    </form>
  );
}
