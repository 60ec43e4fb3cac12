import { PLACE_REVOCATION_LABELS, PLACE_REVOCATIONS, type PlaceRevocation } from '@linli/shared';
import { Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { PlaceSheet } from '../../api/contract';
import { FormDialog } from '../../forms/FormDialog';
import { usePlaceChange } from './usePlaces';

export type Retirement = 'revoke' | 'reissue';

const WORDS = {
  revoke: {
    title: (label: string) => `停用「${label}」的码`,
    hint: '停用以后，扫到这张码的人会看到「已经停用」。停用了不能再启用。',
    ok: '停用',
    say: '已经停用',
  },
  reissue: {
    title: (label: string) => `给「${label}」换新码`,
    hint: '旧码马上停用，新码要打印出来贴上。旧的那张请撕掉。',
    ok: '换新码',
    say: '新码做好了，已经勾上，可以打印',
  },
};

interface RetirePlaceFormProps {
  place: PlaceSheet;
  how: Retirement;
  onClose: () => void;
  /** With the code that took over, if there is one. */
  onDone: (nextCode: string | null) => void;
}

/** A code goes out of use: for good, or for a new one. */
export function RetirePlaceForm({ place, how, onClose, onDone }: RetirePlaceFormProps) {
  const [why, setWhy] = useState<PlaceRevocation | null>(null);
  const words = WORDS[how];
  const retire = usePlaceChange<PlaceRevocation>({
    send: (id, reason) => {
      const params = { path: { id: place.id } };
      return how === 'revoke'
        ? api.POST('/api/places/{id}/revoke', { params, body: { why: reason } })
        : api.POST('/api/places/{id}/reissue', { params, body: { id, why: reason } });
    },
    say: words.say,
    after: (now) => onDone(how === 'reissue' && now ? now.code : null),
  });
  return (
    <FormDialog
      title={words.title(place.label)}
      submit={words.ok}
      cancel="先不动"
      ready={why !== null}
      pending={retire.pending}
      onSubmit={() => why && retire.run(why)}
      onClose={onClose}
      className="stack"
      wrong={retire.problem?.title}
    >
      <p className="note-text">{words.hint}</p>
      <Radio.Group
        className="places-why"
        aria-label="为什么"
        value={why}
        options={PLACE_REVOCATIONS.map((value) => ({ value, label: PLACE_REVOCATION_LABELS[value] }))}
        onChange={(e) => setWhy(e.target.value)}
      />
    </FormDialog>
  );
}
