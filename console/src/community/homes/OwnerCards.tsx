import { momentWords, OWNER_KIND_LABELS } from '@linli/shared';
import { App, Button } from 'antd';
import { Building2, Clock, UserRound } from 'lucide-react';
import { useState } from 'react';
import { answered } from '../../api/answered';
import { api } from '../../api/client';
import type { HomeDetail, HomeOwner, OwnerPhone } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { useNow } from '../../clock/useNow';
import { FactCard } from '../../incidents/drawer/FactCard';

const CHANGES = { transfer: '登记了过户', correct: '改正了产权人', describe: '改了房屋的登记' } as const;

export function OwnersNow({ home, onCorrect }: { home: HomeDetail; onCorrect: (owner: HomeOwner) => void }) {
  if (home.owners.length === 0)
    return (
      <FactCard icon={<UserRound />} title="没有登记产权人">
        <p>表格里没有写，或者还没有导入。可以在下面登记。</p>
      </FactCard>
    );
  return home.owners.map((owner) => (
    <FactCard
      key={owner.id}
      icon={owner.ownerKind === 'person' ? <UserRound /> : <Building2 />}
      title={owner.name}
      note={OWNER_KIND_LABELS[owner.ownerKind]}
    >
      <p>
        {shareText(owner, home.owners.length)}
        {owner.confirmed && ' · 已经认出是哪位居民'}
      </p>
      <div className="row wrap">
        <OwnerPhoneLine homeId={home.id} owner={owner} />
        <Button size="small" aria-label={`改正${owner.name}`} onClick={() => onCorrect(owner)}>
          登记错了，改正
        </Button>
      </div>
    </FactCard>
  ));
}

/** The whole number comes only when it is asked for, and that it was is kept. */
function OwnerPhoneLine({ homeId, owner }: { homeId: string; owner: HomeOwner }) {
  const [phone, setPhone] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  if (owner.maskedPhone === null) return <span className="note-text">没有留电话</span>;
  const show = async () => {
    setAsking(true);
    try {
      const path = { id: homeId, ownerId: owner.id };
      const answer = api.GET('/api/homes/{id}/owners/{ownerId}/phone', { params: { path } });
      setPhone((await answered<OwnerPhone>(answer)).phone);
    } catch (error) {
      void message.error(asProblem(error).title);
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <span className="owner-phone">{phone ?? owner.maskedPhone}</span>
      {phone === null && (
        <Button
          size="small"
          loading={asking}
          aria-label={`看${owner.name}的完整电话`}
          title="看过会记进审计"
          onClick={show}
        >
          看完整电话
        </Button>
      )}
    </>
  );
}

export function OwnersBefore({ home }: { home: HomeDetail }) {
  const now = useNow();
  if (home.ownersBefore.length + home.changes.length === 0) return null;
  return (
    <FactCard icon={<Clock />} title="以前">
      <ul className="owners-before">
        {home.ownersBefore.map((owner) => (
          <li key={owner.id}>
            {owner.name}
            <span className="note-text">
              {momentWords(owner.fromAt, now)} 到 {owner.toAt && momentWords(owner.toAt, now)}
            </span>
          </li>
        ))}
        {home.changes.map((change) => (
          <li key={change.id} className="note-text">
            {momentWords(change.at, now)} {change.actorName}
            {CHANGES[change.action]}
          </li>
        ))}
      </ul>
    </FactCard>
  );
}

function shareText({ share }: HomeOwner, owners: number): string {
  if (share === null) return owners > 1 ? '共同共有' : '份额未登记';
  return share === '1/1' ? '单独所有' : `份额 ${share}`;
}
