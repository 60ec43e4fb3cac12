import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { answered } from '../../api/answered';
import { api } from '../../api/client';
import type { FoundPerson, StaffPerson } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { Field } from '../../forms/Field';
import { useMe } from '../../session/useMe';
import { useColleagues } from './usePeople';

interface PersonFieldProps {
  label: string;
  found: Pick<FoundPerson, 'id' | 'name'> | null;
  onFound: (person: Pick<FoundPerson, 'id' | 'name'> | null) => void;
  /** Who is not offered. */
  besides?: string;
}

/** Finds somebody among those in office by the name, anybody by the whole phone; nobody has it: a name enters them. */
export function PersonField({ label, found, onFound, besides }: PersonFieldProps) {
  const [phone, setPhone] = useState('');
  const [name, setName] = useState('');
  const [unknown, setUnknown] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  async function find(): Promise<void> {
    setWrong(null);
    setAsking(true);
    try {
      const body = unknown && name.trim() ? { phone, name: name.trim() } : { phone };
      onFound(await answered(api.POST('/api/staff/find', { body })));
      setUnknown(false);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'staff/person-not-found') setUnknown(true);
      else setWrong(problem.errors?.[0]?.message ?? problem.title);
    } finally {
      setAsking(false);
    }
  }
  if (found !== null) {
    return (
      <Field label={label}>
        <div className="row between">
          <b>{found.name}</b>
          <Button size="small" onClick={() => onFound(null)}>
            换一个人
          </Button>
        </div>
      </Field>
    );
  }
  return (
    <>
      <ColleagueField label={label} besides={besides} onFound={onFound} />
      <Field id="person-phone" label="不在名单里的，按手机号找" error={wrong}>
        <div className="row">
          <Input
            id="person-phone"
            inputMode="numeric"
            maxLength={11}
            value={phone}
            placeholder="11 位手机号"
            onChange={(e) => {
              setPhone(e.target.value.trim());
              setUnknown(false);
            }}
          />
          {!unknown && (
            <Button loading={asking} disabled={phone.length !== 11} onClick={find}>
              找人
            </Button>
          )}
        </div>
      </Field>
      {unknown && (
        <Field
          id="person-name"
          label="姓名"
          hint="这个号码还没有人用过。登记姓名，本人第一次用这个号码登录就对上了。"
        >
          <div className="row">
            <Input id="person-name" maxLength={20} value={name} onChange={(e) => setName(e.target.value)} />
            <Button loading={asking} disabled={!name.trim()} onClick={find}>
              登记
            </Button>
          </div>
        </Field>
      )}
    </>
  );
}

function ColleagueField({
  label,
  besides,
  onFound,
}: Omit<PersonFieldProps, 'found' | 'besides'> & { besides: string | undefined }) {
  const [q, setQ] = useState('');
  const colleagues = useColleagues(q);
  const { id: myId } = useMe();
  const offered = (colleagues.data?.items ?? []).filter(
    ({ id, suspended }) => !suspended && id !== besides && id !== myId,
  );
  return (
    <Field
      id="person-colleague"
      label={label}
      error={colleagues.isError ? asProblem(colleagues.error).title : null}
    >
      <Select
        id="person-colleague"
        aria-label={label}
        showSearch
        filterOption={false}
        value={null}
        loading={colleagues.isFetching}
        placeholder="打姓名，在任的人里找"
        notFoundContent={colleagues.data ? '在任的人里没有' : '正在找'}
        options={offered.map((one) => ({ value: one.id, label: heldWords(one), name: one.name }))}
        onSearch={(text) => setQ(text.trim())}
        onChange={(id, option) => {
          const name = Array.isArray(option) ? undefined : option?.name;
          if (id !== null && name !== undefined) onFound({ id, name });
        }}
      />
    </Field>
  );
}

/** Two of one name are told apart by what they hold. */
function heldWords({ name, appointments }: StaffPerson): string {
  const held = appointments.find(({ when }) => when === 'now');
  return held ? `${name}（${held.roleLabel} ${held.placeLabel}）` : name;
}
