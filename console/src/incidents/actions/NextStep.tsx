import { INCIDENT_ACTION_LABELS, type IncidentAction } from '@linli/shared';
import { Fragment, type ReactNode, useState } from 'react';
import type { IncidentDetail } from '../../api/contract';
import { AcceptButton } from './AcceptButton';
import { ActionButton } from './ActionButton';
import { ConfirmForm } from './ConfirmForm';
import { DispatchButton } from './DispatchButton';
import { JudgeButtons } from './JudgeButtons';
import { leadingAction, nextStepWords } from './next-step';
import { PublishButton } from './PublishButton';
import { ResolveForm } from './ResolveForm';
import './next.css';

/** The foot of the drawer: what the server allows, the next of it solid, and why. */
export function NextStep({ incident }: { incident: IncidentDetail }) {
  const [resolving, setResolving] = useState(false);
  const may = (action: IncidentAction) => incident.allowedActions.includes(action);
  const lead = leadingAction(incident);
  const { title, reason } = nextStepWords(incident, lead);

  if (resolving && may('resolve')) {
    return (
      <footer className="next">
        <ResolveForm incident={incident} onClose={() => setResolving(false)} />
      </footer>
    );
  }
  const drawn: [IncidentAction, ReactNode][] = [
    ['accept', <AcceptButton incident={incident} solid={lead === 'accept'} />],
    ['judge', <JudgeButtons incident={incident} solid={lead === 'judge'} />],
    ['dispatch', <DispatchButton incident={incident} solid={lead === 'dispatch'} />],
    ['resolve', <ResolveButton solid={lead === 'resolve'} onClick={() => setResolving(true)} />],
    ['publish', <PublishButton incident={incident} />],
  ];
  // The next action comes first for eyes, keyboard and readers alike.
  const actions = drawn
    .filter(([action]) => may(action))
    .sort(([a], [b]) => Number(b === lead) - Number(a === lead));
  return (
    <footer className="next">
      <div className="row between wrap">
        <b>{title}</b>
        <span className="note-text">{reason}</span>
      </div>
      {may('confirm') && <ConfirmForm incident={incident} />}
      <div className="next-buttons">
        {actions.map(([action, button]) => (
          <Fragment key={action}>{button}</Fragment>
        ))}
      </div>
    </footer>
  );
}

function ResolveButton({ solid, onClick }: { solid: boolean; onClick: () => void }) {
  return (
    <ActionButton solid={solid} onClick={onClick}>
      {INCIDENT_ACTION_LABELS.resolve}
    </ActionButton>
  );
}
