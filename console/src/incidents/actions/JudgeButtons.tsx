import { INCIDENT_DIFFICULTIES, INCIDENT_DIFFICULTY_LABELS, type IncidentDifficulty } from '@linli/shared';
import { api } from '../../api/client';
import { ActionButton, type ActionProps } from './ActionButton';
import { useIncidentAction } from './useIncidentAction';

/** One tap says how hard it is. It is judged once: afterwards the server no longer allows it and these are not shown. */
export function JudgeButtons({ incident, solid }: ActionProps) {
  const judge = useIncidentAction(
    incident.id,
    (actionId, difficulty: IncidentDifficulty) =>
      api.POST('/api/incidents/{id}/judge', {
        params: { path: { id: incident.id } },
        body: { actionId, difficulty },
      }),
    { say: '记下了' },
  );
  return INCIDENT_DIFFICULTIES.map((difficulty) => (
    <ActionButton
      key={difficulty}
      // Most are simple, so that answer is the one at hand.
      solid={solid && difficulty === 'simple'}
      disabled={judge.pending}
      onClick={() => judge.run(difficulty)}
    >
      {INCIDENT_DIFFICULTY_LABELS[difficulty]}
    </ActionButton>
  ));
}
