import { CommunityChoice } from '../CommunityChoice';
import { StaffGroupCard } from './StaffGroupCard';

/** The WeCom group of each community one may set up: staff hear there within the five minutes. */
export function StaffGroupPage() {
  return <CommunityChoice>{(id) => <StaffGroupCard key={id} communityId={id} />}</CommunityChoice>;
}
