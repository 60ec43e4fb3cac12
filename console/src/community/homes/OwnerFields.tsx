import {
  CALLABLE_PHONE_WORDS,
  callablePhone,
  OWNER_KIND_LABELS,
  OWNER_KINDS,
  type OwnerKind,
} from '@linli/shared';
import { Input, Select } from 'antd';
import { Field } from '../../forms/Field';

export interface OwnerDraft {
  name: string;
  ownerKind: OwnerKind;
  phone: string;
  share: string;
}

export const EMPTY_OWNER: OwnerDraft = { name: '', ownerKind: 'person', phone: '', share: '' };

/** What keeps these words from being sent; null when nothing does. */
export function lackIn({ name, phone }: OwnerDraft): string | null {
  if (name.trim() === '') return '写上产权人';
  return phone.trim() !== '' && callablePhone(phone) === null ? CALLABLE_PHONE_WORDS : null;
}

export function wordsOf({ name, ownerKind, phone, share }: OwnerDraft) {
  return {
    ...{ name: name.trim(), ownerKind },
    ...(phone.trim() ? { phone: phone.trim() } : {}),
    ...(share.trim() ? { share: share.trim() } : {}),
  };
}

interface OwnerFieldsProps {
  id: string;
  draft: OwnerDraft;
  phoneHint?: string;
  onChange: (draft: OwnerDraft) => void;
}

export function OwnerFields({ id, draft, phoneHint, onChange }: OwnerFieldsProps) {
  const put = (some: Partial<OwnerDraft>) => onChange({ ...draft, ...some });
  return (
    <div className="owner-fields">
      <Field id={`${id}-name`} label="产权人">
        <Input
          id={`${id}-name`}
          value={draft.name}
          maxLength={60}
          onChange={(e) => put({ name: e.target.value })}
        />
      </Field>
      <Field label="是谁">
        <Select<OwnerKind>
          aria-label="是谁"
          value={draft.ownerKind}
          options={OWNER_KINDS.map((value) => ({ value, label: OWNER_KIND_LABELS[value] }))}
          onChange={(ownerKind) => put({ ownerKind })}
        />
      </Field>
      <Field id={`${id}-phone`} label="电话" hint={phoneHint}>
        <Input
          id={`${id}-phone`}
          value={draft.phone}
          inputMode="tel"
          maxLength={20}
          onChange={(e) => put({ phone: e.target.value })}
        />
      </Field>
      <Field id={`${id}-share`} label="份额" hint="共同共有的不用写">
        <Input
          id={`${id}-share`}
          value={draft.share}
          placeholder="1/2"
          maxLength={20}
          onChange={(e) => put({ share: e.target.value })}
        />
      </Field>
    </div>
  );
}
