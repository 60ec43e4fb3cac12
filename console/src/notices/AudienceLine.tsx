import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../api/client';
import { areaIdsOf, type NoticeDraft } from './notice-draft';

/** Before it is sent: to how many phones it will go, and who has to be told in another way. */
export function AudienceLine({ draft }: { draft: NoticeDraft }) {
  const { communityId, reach } = draft;
  const areaIds = areaIdsOf(draft).toSorted();
  const chosen = communityId !== null && (reach === 'community' || areaIds.length > 0);
  const { data } = $api.useQuery(
    'get',
    '/api/notices/audience',
    { params: { query: { communityId: communityId ?? '', reach, areaIds } } },
    { enabled: chosen, placeholderData: keepPreviousData },
  );
  if (!chosen || !data) return null;
  const { people, withoutAccount } = data;
  return (
    <p className="note-text" aria-live="polite">
      {people === 0 ? '这里还没有能收到消息的住户，发了在小程序里看得到。' : `发布后会告诉约 ${people} 人。`}
      {withoutAccount > 0 && ` 另有 ${withoutAccount} 人登记了但没有登录过，收不到，请上门或打电话说一声。`}
    </p>
  );
}
