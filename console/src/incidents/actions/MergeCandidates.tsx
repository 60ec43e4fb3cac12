import { INCIDENT_STATE_LABELS } from '@linli/shared';
import { Input } from 'antd';
import { Search } from 'lucide-react';
import { useDeferredValue } from 'react';
import { $api } from '../../api/client';
import type { IncidentCard, IncidentDetail } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { useDraft } from '../../forms/useDraft';
import { Wrong } from '../../forms/Wrong';
import { StateChip } from '../StateChip';
import { candidatesFor, distanceWords } from './merge-candidates';

const LOOKED_AT = 50;

interface MergeCandidatesProps {
  incident: IncidentDetail;
  onPick: (card: IncidentCard) => void;
}

export function MergeCandidates({ incident, onPick }: MergeCandidatesProps) {
  const [words, setWords] = useDraft(`merge.${incident.id}`);
  const q = useDeferredValue(words.trim());
  // Somebody who searches may mean one that is over: it is shown, with why it cannot be chosen.
  const query = q
    ? { tab: 'all' as const, q, page: 1, pageSize: LOOKED_AT }
    : { tab: 'open' as const, categoryCode: incident.category.code, page: 1, pageSize: LOOKED_AT };
  const found = $api.useQuery('get', '/api/incidents', { params: { query } });
  const candidates = candidatesFor(incident, found.data?.items ?? []);
  return (
    <>
      <Input
        id="merge-search"
        type="search"
        aria-label="找要并入的那件"
        placeholder="编号、楼号，或者几个字"
        autoFocus
        maxLength={50}
        prefix={<Search />}
        value={words}
        onChange={(e) => setWords(e.target.value)}
        // Enter in a search field finds; it does not merge.
        onPressEnter={(e) => e.preventDefault()}
      />
      <Wrong says={found.isError ? asProblem(found.error).title : null} />
      {found.data && candidates.length === 0 && (
        <p className="note-text">
          {q ? '没有找到别的事，换几个字试试。' : '没有同类没办完的事，可以搜编号。'}
        </p>
      )}
      <ul className="candidates">
        {candidates.map(({ card, metres, fits }) => (
          <li key={card.id}>
            <button type="button" disabled={!fits} onClick={() => onPick(card)}>
              <span className="grow">
                <span className="ellipsis candidate-title">{card.title}</span>
                <span className="note-text">
                  {[card.number, card.placeLabel, distanceWords(metres)].filter(Boolean).join(' · ')}
                </span>
              </span>
              {fits ? (
                <StateChip state={card.state} />
              ) : (
                <span className="note-text">{INCIDENT_STATE_LABELS[card.state]}，不能并入</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
