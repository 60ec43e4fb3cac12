import { LIMITS } from '@linli/shared';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { OrganisationDetail } from '../../api/contract';
import { FootForm } from '../../forms/FootForm';
import { useOrganisationChange } from './useOrganisationDesk';

/** Another name for the same organisation; what it did is shown under the new one. */
export function RenameForm({ one, onClose }: { one: OrganisationDetail; onClose: () => void }) {
  const [name, setName] = useState(one.name);
  const rename = useOrganisationChange<string>({
    send: (actionId, given) =>
      api.POST('/api/organisations/{id}/rename', {
        params: { path: { id: one.id } },
        body: { actionId, name: given },
      }),
    say: '名字改好了',
    after: onClose,
  });
  const given = name.trim();
  return (
    <FootForm
      title="改名"
      hint="办过的事也会显示新名字。换了一家单位，请另外添加。"
      submit="改名"
      cancel="先不改"
      wrong={rename.problem?.title}
      pending={rename.pending}
      disabled={given === '' || given === one.name}
      onSubmit={() => rename.run(given)}
      onClose={onClose}
    >
      <Input
        aria-label="单位的新名字"
        autoFocus
        maxLength={LIMITS.organisationNameChars}
        value={name}
        onChange={(e) => setName(e.target.value)}
      />
    </FootForm>
  );
}
