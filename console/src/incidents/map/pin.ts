import L from 'leaflet';
import type { IncidentCard } from '../../api/contract';
import { serverNowMs } from '../../clock/server-time';
import { readDue } from '../clock-tone';

type PinTone = 'over' | 'wait' | 'doing' | 'done';

const DROP = 'M0 0C-4-6-11-11-11-19a11 11 0 0 1 22 0C11-11 4-6 0 0z';

/** The same shapes as the state chips, inside the drop. */
const SIGNS: Record<PinTone, string> = {
  over: '<path d="M0-25v7M0-14v.1" class="pin-line"/>',
  wait: '<path d="M0-24v6l4 2" class="pin-line"/>',
  doing: '<circle r="5" cy="-19" class="pin-line"/><path d="M0-24a5 5 0 0 1 0 10z" class="pin-fill"/>',
  done: '<path d="M-4.500-19l3 3 6-6" class="pin-line"/>',
};

export function pinTone({ state, clock }: IncidentCard): PinTone {
  if (state === 'closed') return 'done';
  if (clock && clock.stoppedAt === null && readDue(clock, serverNowMs(), true).due === 'over') return 'over';
  return state === 'reported' || state === 'resolved' ? 'wait' : 'doing';
}

/** A drop whose tip is the place; its size comes from the style sheet. */
export function pinIcon(tone: PinTone, large: boolean): L.DivIcon {
  return L.divIcon({
    className: large ? 'pin large' : 'pin',
    // Left out, or Leaflet would write a size of its own over the style sheet's.
    iconSize: undefined,
    html: `<svg viewBox="-12 -31 24 32" class="pin-${tone}"><path d="${DROP}" class="pin-drop"/>${SIGNS[tone]}</svg>`,
  });
}
