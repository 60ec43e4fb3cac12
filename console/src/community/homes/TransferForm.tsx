import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { HomeDetail } from '../../api/contract';
import { FootForm } from '../../forms/FootForm';
import { EMPTY_OWNER, lackIn, type OwnerDraft, OwnerFields, wordsOf } from './OwnerFields';
import { useHomeChange } from './useHomes';

/** A sale: those who own the home now do so no longer, those written here do. */
export function TransferForm({ home, onClose }: { home: HomeDetail; onClose: () => void }) {
  const [drafts, setDrafts] = useState<{ key: number; owner: OwnerDraft }[]>([
    { key: 0, owner: EMPTY_OWNER },
  ]);
  const [tried, setTried] = useState(false);
  const first = home.owners.length === 0;
  const transfer = useHomeChange({
    send: (actionId, owners: ReturnType<typeof wordsOf>[]) =>
      api.POST('/api/homes/{id}/transfer', { params: { path: { id: home.id } }, body: { actionId, owners } }),
    say: first ? '登记好了' : '过户登记好了，原来的产权人记在「以前」里',
    after: onClose,
  });
  const lack = drafts.map(({ owner }) => lackIn(owner)).find((one) => one !== null) ?? null;
  const submit = () => {
    setTried(true);
    if (lack === null) transfer.run(drafts.map(({ owner }) => wordsOf(owner)));
  };
  return (
    <FootForm
      title={first ? '登记产权人' : '登记过户'}
      hint={
        first
          ? '几个人共有，就都写上。'
          : `${home.owners.map(({ name }) => name).join('、')}到今天为止，以后是：`
      }
      submit={first ? '登记' : '登记过户'}
      cancel="先不登记"
      wrong={transfer.problem?.title ?? (tried ? lack : null)}
      pending={transfer.pending}
      onSubmit={submit}
      onClose={onClose}
    >
      {drafts.map(({ key, owner }) => (
        <OwnerFields
          key={key}
          id={`owner-${key}`}
          draft={owner}
          onChange={(changed) =>
            setDrafts(drafts.map((one) => (one.key === key ? { key, owner: changed } : one)))
          }
        />
      ))}
      <div className="row">
        <Button
          size="small"
          onClick={() => setDrafts([...drafts, { key: (drafts.at(-1)?.key ?? 0) + 1, owner: EMPTY_OWNER }])}
        >
          再加一位共有人
        </Button>
        {drafts.length > 1 && (
          <Button size="small" onClick={() => setDrafts(drafts.slice(0, -1))}>
            去掉最后一位
          </Button>
        )}
      </div>
    </FootForm>
  );
}
