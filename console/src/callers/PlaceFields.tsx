import { LIMITS } from '@linli/shared';
import { Input } from 'antd';
import { Field } from '../forms/Field';
import { useStaffCommunities } from '../incidents/useStaffCommunities';
import type { ReportDraft } from './report-draft';
import { SpotField } from './SpotField';

interface PlaceFieldsProps {
  draft: ReportDraft;
  change: (some: Partial<ReportDraft>) => void;
  wrong: string | null | false | undefined;
}

/** Where: a building by its name, or a point on the map; then where exactly, in words. */
export function PlaceFields({ draft, change, wrong }: PlaceFieldsProps) {
  const communities = useStaffCommunities();
  return (
    <>
      <SpotField
        spot={draft}
        onPick={({ buildingId, point }) => change({ buildingId, point })}
        communities={communities}
        wrong={wrong}
      />
      <Field id="caller-place-note" label="具体位置（可以不填）">
        <Input
          id="caller-place-note"
          maxLength={LIMITS.placeNoteChars}
          value={draft.placeNote}
          placeholder="比如：2 单元一楼门口"
          onChange={(e) => change({ placeNote: e.target.value })}
        />
      </Field>
    </>
  );
}
