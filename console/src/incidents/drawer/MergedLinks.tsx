import { GitMerge } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import type { IncidentDetail } from '../../api/contract';
import { StateChip } from '../StateChip';
import { FactCard } from './FactCard';

/** Where this one went, or how many came into it. */
export function MergedLinks({ incident: { mergedInto, mergedCount } }: { incident: IncidentDetail }) {
  const { search } = useLocation();
  if (mergedInto) {
    return (
      <FactCard icon={<GitMerge />} title="并入了另一件" note={<StateChip state={mergedInto.state} />}>
        <Link className="text-link" to={{ pathname: `/incidents/${mergedInto.id}`, search }}>
          {mergedInto.number} {mergedInto.title}
        </Link>
      </FactCard>
    );
  }
  if (mergedCount === 0) return null;
  return (
    <FactCard icon={<GitMerge />} title={`并进来 ${mergedCount} 件相同的事`} note="报的人都跟着看这一件" />
  );
}
