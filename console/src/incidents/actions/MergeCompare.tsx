import { momentWords } from '@linli/shared';
import type { IncidentCard } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { StateChip } from '../StateChip';

/** Two incidents side by side, so that one sees whether they are the same before saying so. */
export function MergeCompare({ from, into }: { from: IncidentCard; into: IncidentCard }) {
  return (
    <div className="compare">
      <OneSide title="这一件" incident={from} />
      <OneSide title="并入那一件" incident={into} />
    </div>
  );
}

function OneSide({ title, incident }: { title: string; incident: IncidentCard }) {
  const now = useNow();
  return (
    <section aria-label={title}>
      <div className="row between wrap">
        <span className="note-text">
          {title} {incident.number}
        </span>
        <StateChip state={incident.state} />
      </div>
      {incident.coverUrl && <img src={incident.coverUrl} alt={`${title}的照片`} />}
      <b>{incident.title}</b>
      <p className="note-text">
        {incident.category.label} · {incident.placeLabel}
        <br />
        {momentWords(incident.reportedAt, now)} 报上
        {incident.handlerName && `，${incident.handlerName}在办`}
      </p>
    </section>
  );
}
