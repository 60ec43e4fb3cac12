import { momentWords, OWNER_KIND_LABELS } from '@linli/shared';
import { Button } from 'antd';
import { Building2, Clock, UserRound } from 'lucide-react';
import { api } from '../../api/client';
import type { HomeDetail, HomeOwner } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { FactCard } from '../../incidents/drawer/FactCard';
import { WholePhone } from '../WholePhone';

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
        {owner.maskedPhone === null ? (
          <span className="note-text">没有留电话</span>
        ) : (
          <WholePhone
            masked={owner.maskedPhone}
            name={owner.name}
            ask={() =>
              api.GET('/api/homes/{id}/owners/{ownerId}/phone', {
                params: { path: { id: home.id, ownerId: owner.id } },
              })
            }
          />
        )}
        <Button size="small" aria-label={`改正${owner.name}`} onClick={() => onCorrect(owner)}>
          登记错了，改正
        </Button>
      </div>
    </FactCard>
  ));
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
