import { Select } from 'antd';
import type { HeldCases as Held } from '../../api/contract';
import { Field } from '../../forms/Field';
import { SEARCHED } from '../../forms/searched';

/** Chosen instead of somebody: back to where everybody can take it. */
export const QUEUE = 'queue';

interface HeldCasesProps {
  held: Held;
  name: string;
  heir: string;
  onHeir: (heir: string) => void;
}

/** What somebody has in hand, and who goes on with it. */
export function HeldCases({ held: { count, items, heirs }, name, heir, onHeir }: HeldCasesProps) {
  if (count === 0) return <p>{name}手上没有这里的事，结束以后马上看不到这里的后台。</p>;
  return (
    <>
      <p>
        <b>
          {name}手上还有 {count} 件在办的事
        </b>
        ，结束以后要有人接。
      </p>
      <ul className="people-cases">
        {items.map((item) => (
          <li key={item.id}>
            {item.number}　{item.placeLabel}
          </li>
        ))}
      </ul>
      <Field id="end-heir" label="这些事交给谁">
        <Select
          id="end-heir"
          aria-label="这些事交给谁"
          showSearch={SEARCHED}
          value={heir}
          options={[
            { value: QUEUE, label: '回到待办，等人来接' },
            ...heirs.map((one) => ({ value: one.id, label: `${one.name}（${one.roleLabel}）` })),
          ]}
          onChange={onHeir}
        />
      </Field>
    </>
  );
}
