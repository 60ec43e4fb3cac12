import { CommunityChoice } from '../CommunityChoice';
import { DutyPhoneCard } from './DutyPhoneCard';

/** The number on which each community answers its residents. */
export function DutyPhonePage() {
  return <CommunityChoice>{(id) => <DutyPhoneCard key={id} communityId={id} />}</CommunityChoice>;
}
