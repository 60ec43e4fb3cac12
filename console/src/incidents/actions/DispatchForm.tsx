import { INCIDENT_ROUTE_LABELS, INCIDENT_ROUTES, type IncidentRoute, LIMITS } from '@linli/shared';
import { Button, Radio } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client';
import type { IncidentDetail } from '../../api/contract';
import { newId } from '../../api/new-id';
import { serverNowMs } from '../../clock/server-time';
import { toDateTimeInput } from '../../clock/shanghai-input';
import { FootForm } from '../../forms/FootForm';
import { useDraftOf } from '../../forms/useDraft';
import { useOrganisations } from '../useOrganisations';
import { useUsualHelper } from '../useUsualHelper';
import {
  type DispatchDraft,
  fitParts,
  hasLead,
  isDispatchDraft,
  type PartDraft,
  type PartToSend,
  partsNeeded,
  readDispatch,
} from './dispatch-draft';
import { PartFields } from './PartFields';
import { useIncidentAction } from './useIncidentAction';
import './dispatch.css';

interface DispatchFormProps {
  incident: IncidentDetail;
  /** The route of the button that was pressed; it can be changed here. */
  route: IncidentRoute;
  onClose: () => void;
}

const HINTS: Record<IncidentRoute, string> = {
  self: '由社区自己办。',
  assisted: '派给一家。他们看得到任务，看不到是谁报的。',
  joint: '派给几家，一家牵头，各有各的期限；都办好了再一起办结。',
};

/** Who handles it: ourselves, one helper, or several under one lead. */
export function DispatchForm({ incident, route, onClose }: DispatchFormProps) {
  const usual = useUsualHelper(incident);
  // Whoever did the same kind of thing last is likely meant; what they are to do stays to be said, since the reporter's own
  // words may not be for them.
  const makePart = (): PartDraft => ({
    id: newId(),
    organisationId: route === 'assisted' ? (usual?.organisation.id ?? null) : null,
    due: likelyDue(incident),
    note: '',
  });
  const [stored, keep] = useDraftOf<DispatchDraft | null>(`dispatch.${incident.id}`, null, isDispatchDraft);
  const [draft, setDraft] = useState(() =>
    fitParts({ parts: [], leadId: null, ...stored, route }, incident, makePart),
  );
  function change(some: Partial<DispatchDraft>): void {
    const next = fitParts({ ...draft, ...some }, incident, makePart);
    setDraft(next);
    keep(next);
  }
  const changePart = (id: string, some: Partial<PartDraft>) =>
    change({ parts: draft.parts.map((part) => (part.id === id ? { ...part, ...some } : part)) });
  const organisations = useOrganisations(incident.communityId).data?.items ?? [];
  const [tried, setTried] = useState(false);
  const { tasks, missing } = readDispatch(draft, incident, serverNowMs());
  const dispatch = useIncidentAction(
    incident.id,
    (actionId, body: { route: IncidentRoute; tasks: PartToSend[] }) =>
      api.POST('/api/incidents/{id}/dispatch', {
        params: { path: { id: incident.id } },
        body: { actionId, ...body },
      }),
    {
      say: draft.route === 'self' ? '开始办理了' : '派出去了，他们会收到',
      after: () => {
        keep(null);
        onClose();
      },
    },
  );
  const joint = draft.route === 'joint';
  const needsLead = joint && !hasLead(incident);
  const least = partsNeeded(draft.route, incident);
  return (
    <FootForm
      title="派给谁"
      hint={HINTS[draft.route]}
      submit={submitWords(draft, organisations)}
      cancel="先不派"
      wrong={(tried && missing) || dispatch.problem?.errors?.[0]?.message || dispatch.problem?.title}
      pending={dispatch.pending}
      onSubmit={() => {
        setTried(true);
        if (tasks) dispatch.run({ route: draft.route, tasks });
      }}
      onClose={onClose}
    >
      <Radio.Group
        aria-label="怎么办"
        optionType="button"
        options={INCIDENT_ROUTES.map((value) => ({ value, label: INCIDENT_ROUTE_LABELS[value] }))}
        value={draft.route}
        onChange={(e) => change({ route: e.target.value })}
      />
      {draft.parts.map((part, at) => (
        <PartFields
          key={part.id}
          part={part}
          place={at + 1}
          organisations={organisations}
          incident={incident}
          taken={draft.parts.flatMap((other) => (other.id === part.id ? [] : (other.organisationId ?? [])))}
          lead={needsLead ? draft.leadId === part.id : null}
          removable={joint && draft.parts.length > least}
          onChange={(some) => changePart(part.id, some)}
          onLead={() => change({ leadId: part.id })}
          onRemove={() => change({ parts: draft.parts.filter(({ id }) => id !== part.id) })}
        />
      ))}
      {joint && draft.parts.length < LIMITS.tasksPerDispatch && (
        <Button
          className="part-add"
          icon={<Plus />}
          onClick={() => change({ parts: [...draft.parts, makePart()] })}
        >
          再加一家
        </Button>
      )}
    </FootForm>
  );
}

/** The incident's own date, where there is still time until then. */
function likelyDue({ clocks, plan }: IncidentDetail): string {
  const dueAt =
    plan?.dueAt ?? clocks.findLast(({ kind, stoppedAt }) => kind === 'solve' && !stoppedAt)?.dueAt;
  return dueAt && Date.parse(dueAt) > serverNowMs() ? toDateTimeInput(Date.parse(dueAt)) : '';
}

function submitWords({ route, parts }: DispatchDraft, organisations: { id: string; name: string }[]): string {
  if (route === 'self') return '自己办';
  if (route === 'joint') return `派给 ${parts.length} 家联办`;
  const name = organisations.find(({ id }) => id === parts[0]?.organisationId)?.name;
  return name ? `派给${name}帮办` : '派出去帮办';
}
