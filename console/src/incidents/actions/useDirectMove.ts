import type { IncidentDetail } from '../../api/contract';
import { directMove } from './direct-moves';
import type { Move } from './moves';
import { useIncidentAction } from './useIncidentAction';

/** Does what one press does; `moving` is the one under way. */
export function useDirectMove(incident: IncidentDetail) {
  const action = useIncidentAction(
    incident.id,
    (actionId, move: Move) => {
      const direct = directMove(move);
      if (!direct) throw new Error(`${move} has a form`);
      return direct.send(incident, actionId);
    },
    { say: (move) => directMove(move)?.say ?? '' },
  );
  return { moving: action.sending, run: action.run };
}
