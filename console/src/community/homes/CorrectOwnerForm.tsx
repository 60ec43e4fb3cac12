import { useState } from 'react';
import { api } from '../../api/client';
import type { HomeDetail, HomeOwner } from '../../api/contract';
import { FootForm } from '../../forms/FootForm';
import { lackIn, OwnerFields, wordsOf } from './OwnerFields';
import { useHomeChange } from './useHomes';

interface CorrectOwnerFormProps {
  home: HomeDetail;
  owner: HomeOwner;
  onClose: () => void;
}

/** What was written down wrongly of one owner; the home stays theirs. */
export function CorrectOwnerForm({ home, owner, onClose }: CorrectOwnerFormProps) {
  const { name, ownerKind, share } = owner;
  const [draft, setDraft] = useState({ name, ownerKind, phone: '', share: share ?? '' });
  const [tried, setTried] = useState(false);
  const correct = useHomeChange({
    send: (actionId, words: ReturnType<typeof wordsOf>) =>
      api.POST('/api/homes/{id}/owners/{ownerId}/correct', {
        params: { path: { id: home.id, ownerId: owner.id } },
        body: { actionId, ...words },
      }),
    say: '改正好了',
    after: onClose,
  });
  const lack = lackIn(draft);
  const submit = () => {
    setTried(true);
    if (lack === null) correct.run(wordsOf(draft));
  };
  return (
    <FootForm
      title={`改正${name}`}
      hint="只改登记错的。房子换了主人，请用「登记过户」。"
      submit="改正"
      cancel="先不改"
      wrong={correct.problem?.title ?? (tried ? lack : null)}
      pending={correct.pending}
      onSubmit={submit}
      onClose={onClose}
    >
      <OwnerFields
        id="correct"
        draft={draft}
        phoneHint={owner.maskedPhone ? `不写就还是 ${owner.maskedPhone}` : undefined}
        onChange={setDraft}
      />
    </FootForm>
  );
}
