import { Button, Input } from 'antd';
import { useState } from 'react';
import { answered } from '../../api/answered';
import { api } from '../../api/client';
import type { FoundPerson } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { Field } from '../../forms/Field';

interface PersonFieldProps {
  label: string;
  found: Pick<FoundPerson, 'id' | 'name'> | null;
  onFound: (person: Pick<FoundPerson, 'id' | 'name'> | null) => void;
}

/** Finds somebody by the whole phone; nobody has it: a name enters them. */
export function PersonField({ label, found, onFound }: PersonFieldProps) {
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
      <Field id="person-phone" label={`${label}的手机号`} error={wrong}>
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
