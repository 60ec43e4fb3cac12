import { LIMITS } from '@linli/shared';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { OrganisationDetail } from '../../api/contract';
import { FootForm } from '../../forms/FootForm';
import { SEARCHED } from '../../forms/searched';
import { useOrganisationChange } from './useOrganisationDesk';

/** Which estates it works for: all of them at once, so that what is seen is what is kept. */
export function EstatesForm({ one, onClose }: { one: OrganisationDetail; onClose: () => void }) {
  const [estateIds, setEstateIds] = useState(() => one.estates.map(({ id }) => id));
  const serve = useOrganisationChange<string[]>({
    send: (actionId, ids) =>
      api.POST('/api/organisations/{id}/estates', {
        params: { path: { id: one.id } },
        body: { actionId, estateIds: ids },
      }),
    say: '记下了',
    after: onClose,
  });
  return (
    <FootForm
      title="服务哪些小区"
      hint="可以选几个，也可以一个都不选。"
      submit="就服务这些"
      cancel="先不改"
      wrong={serve.problem?.title}
      pending={serve.pending}
      onSubmit={() => serve.run(estateIds)}
      onClose={onClose}
    >
      <Select
        className="organisation-estates"
        mode="multiple"
        aria-label="服务的小区"
        showSearch={SEARCHED}
        maxCount={LIMITS.organisationEstates}
        placeholder="选小区，可以打字找"
        value={estateIds}
        options={one.estateChoices.map(({ id, label }) => ({ value: id, label }))}
        onChange={setEstateIds}
      />
    </FootForm>
  );
}
