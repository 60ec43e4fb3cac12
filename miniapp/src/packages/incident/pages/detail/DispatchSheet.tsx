import { INCIDENT_ROUTES, type IncidentRoute } from '@linli/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { pressable } from '../../../../components/pressable';
import { Sheet } from '../../../../components/Sheet';
import { Wrong } from '../../../../components/Wrong';
import { useKeptDraft } from '../../../../features/draft/kept-draft';
import { useOrganisations } from '../../../../features/organisation/hooks';
import { OrganisationPicks } from '../../../../features/organisation/OrganisationPicks';
import type { IncidentDetail } from '../../../../request/contract';
import { sentence } from '../../../../request/refusal';
import {
  bodyOf,
  type DispatchBody,
  type DispatchFaults,
  faultsOf,
  joinable,
  NOTHING_GIVEN,
  routed,
  standing,
  toggled,
} from './dispatch-draft';
import { PartFields } from './PartFields';

interface Props {
  incident: IncidentDetail;
  nowMs: number;
  draftKey: string;
  busy: boolean;
  failure: string | undefined;
  onSend: (body: DispatchBody) => void;
  onClose: () => void;
}

const ROUTES: Record<IncidentRoute, { words: string; text: string }> = {
  self: { words: '自办', text: '网格和社区自己办' },
  assisted: { words: '帮办', text: '请一家来帮，比如物业、业委会、民警、志愿队' },
  joint: { words: '联办', text: '几个部门一起办，各办各的，都办好了才算办好' },
};

/** By whom it is handled: ourselves, one helper, or several departments under one lead. What was begun is kept. */
export function DispatchSheet({ incident, nowMs, draftKey, busy, failure, onSend, onClose }: Props) {
  const [draft, change] = useKeptDraft(draftKey, NOTHING_GIVEN);
  const [faults, setFaults] = useState<DispatchFaults>({});
  const { data, query } = useOrganisations(incident.communityId);
  const parts = standing(draft, data?.items ?? [], nowMs);
  const alter = (part: Partial<typeof draft>) => {
    change(part);
    setFaults({});
  };
  const others = draft.route === 'assisted' || draft.route === 'joint';
  const leadTaken = draft.route === 'joint' && joinable(incident).some(({ lead }) => lead);
  const send = () => {
    const found = faultsOf(draft, parts, incident);
    setFaults(found);
    if (Object.keys(found).length === 0) onSend(bodyOf(draft, parts));
  };
  return (
    <Sheet id="dispatch" title="谁来办" closeWords="先不派" onClose={onClose}>
      <View className="col-s" aria-role="radiogroup" role="radiogroup" aria-label="谁来办">
        {INCIDENT_ROUTES.map((route) => {
          const choose = () => alter(routed(draft, route));
          return (
            <View
              key={route}
              id={`route-${route}`}
              className={`way ${route === draft.route ? 'way-on' : ''}`}
              aria-role="radio"
              role="radio"
              aria-checked={route === draft.route}
              {...pressable(choose)}
              onClick={choose}
            >
              <View className="t2">{ROUTES[route].words}</View>
              <View className="t3">{ROUTES[route].text}</View>
            </View>
          );
        })}
      </View>
      <Wrong words={faults.route?.here} />
      {others && data === undefined ? (
        <View className="col">
          <View className="soft">{query.isError ? sentence(query.error) : '正在看有哪几家'}</View>
          {query.isError ? (
            <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
              再试一次
            </Button>
          ) : null}
        </View>
      ) : null}
      {others && data !== undefined ? (
        <OrganisationPicks
          organisations={data.items}
          departmentsFirst={draft.route === 'joint'}
          several={draft.route === 'joint'}
          chosen={parts.map(({ organisationId }) => organisationId)}
          busyNames={incident.tasks
            .filter(({ state }) => state === 'assigned' || state === 'working')
            .map(({ organisationName }) => organisationName)}
          onToggle={(id) => alter(toggled({ ...draft, parts }, id))}
        />
      ) : null}
      {others ? <Wrong words={faults.parts?.here} /> : null}
      {others
        ? parts.map((part, i) => (
            <PartFields
              key={part.id}
              number={i + 1}
              name={data?.items.find(({ id }) => id === part.organisationId)?.name ?? ''}
              part={part}
              nowMs={nowMs}
              faults={faults[part.id] ?? {}}
              lead={draft.route !== 'joint' || leadTaken ? null : part.id === draft.leadId}
              onLead={() => alter({ leadId: part.id })}
              onChange={(next) =>
                alter({ parts: parts.map((one) => (one.id === part.id ? { ...one, ...next } : one)) })
              }
            />
          ))
        : null}
      <Wrong words={faults.lead?.here ?? failure} />
      <Button id="dispatch-send" busy={busy} onTap={send}>
        {busy ? '正在派' : sendWords(draft.route, parts.length)}
      </Button>
    </Sheet>
  );
}

function sendWords(route: IncidentRoute | null, count: number): string {
  if (route === 'assisted') return '请他们来办';
  if (route === 'joint') return count > 0 ? `派给这 ${count} 家` : '派给他们';
  return '我们自己办';
}
