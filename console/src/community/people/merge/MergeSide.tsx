import { Button, Input } from 'antd';
import { useState } from 'react';
import { answered } from '../../../api/answered';
import { api } from '../../../api/client';
import type { ComparedPerson } from '../../../api/contract';
import { asProblem } from '../../../api/problem';
import { Field } from '../../../forms/Field';
import { dayOf } from '../appointment-words';
import type { Candidate } from './MergeDialog';

interface MergeSideProps {
  label: string;
  person: Candidate | null;
  /** Who is chosen on the other side, and is not offered here. */
  other: string | null;
  onChoose: (person: Candidate | null) => void;
}

/** One of the two: looked for by the whole name or number, then shown with what helps to know them again. */
export function MergeSide({ label, person, other, onChoose }: MergeSideProps) {
  return (
    <section className="merge-side" aria-label={label}>
      {person === null ? (
        <Search label={label} other={other} onChoose={onChoose} />
      ) : (
        <>
          <div className="row between">
            <span className="field-label">{label}</span>
            <Button size="small" onClick={() => onChoose(null)}>
              换一个人
            </Button>
          </div>
          <b className="merge-name">{person.name}</b>
          {person.since !== undefined && <Facts person={person as ComparedPerson} />}
        </>
      )}
    </section>
  );
}

function Facts({ person }: { person: ComparedPerson }) {
  const facts = [
    ['手机', person.maskedPhones.join('、') || '没有登记'],
    ['怎么登录', person.waysIn.join('、') || '还没有登录过'],
    ['房屋', person.homes.join('；') || '没有'],
    ['任职', person.appointments.join('；') || '没有'],
    ['报过的事', `${person.reportCount} 件`],
    ['登记日期', dayOf(person.since)],
  ];
  return (
    <dl className="merge-facts">
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Search({ label, other, onChoose }: Omit<MergeSideProps, 'person'>) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<ComparedPerson[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  async function find(): Promise<void> {
    setWrong(null);
    setAsking(true);
    try {
      const body = /^\d+$/.test(text.trim()) ? { phone: text.trim() } : { name: text.trim() };
      const { items } = await answered(api.POST('/api/people/find', { body }));
      setFound(items.filter(({ id }) => id !== other));
    } catch (error) {
      const problem = asProblem(error);
      setWrong(problem.errors?.[0]?.message ?? problem.title);
    } finally {
      setAsking(false);
    }
  }
  const id = `merge-${label}`;
  return (
    <>
      <Field id={id} label={label} error={wrong}>
        <div className="row">
          <Input
            id={id}
            value={text}
            maxLength={40}
            placeholder="写全姓名或者手机号"
            onChange={(e) => {
              setText(e.target.value);
              setFound(null);
            }}
            onPressEnter={() => text.trim() && void find()}
          />
          <Button loading={asking} disabled={!text.trim()} onClick={find}>
            找人
          </Button>
        </div>
      </Field>
      {found?.length === 0 && (
        <p className="note-text">没有找到别的人。要写全，而且是在您社区有房屋、任职或者报过事的人。</p>
      )}
      <ul className="merge-found">
        {found?.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onChoose(one)}>
              <b>{one.name}</b>
              <span className="note-text">
                {[
                  one.maskedPhones.join('、') || '没有手机号',
                  ...one.homes,
                  ...one.appointments,
                  `报过 ${one.reportCount} 件事`,
                ].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
