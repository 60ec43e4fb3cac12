import { Input } from 'antd';
import { useState } from 'react';
import { Field } from '../../forms/Field';

const MOST_CHARS = 30;

interface NameFieldProps {
  what: string;
  name: string;
  editable: boolean;
  onRename: (name: string) => void;
}

/** A name counts as changed when one has done typing, so that it is one step to undo. */
export function NameField({ what, name, editable, onRename }: NameFieldProps) {
  const [typed, type] = useState(name);
  const [shown, setShown] = useState(name);
  if (shown !== name) {
    setShown(name);
    type(name);
  }
  if (!editable) return null;
  const done = () => {
    const next = typed.trim();
    if (next && next !== name) onRename(next);
    else type(name);
  };
  return (
    <Field id="area-name" label={`${what}的名字`}>
      <Input
        id="area-name"
        value={typed}
        maxLength={MOST_CHARS}
        onChange={(e) => type(e.target.value)}
        onBlur={done}
        onPressEnter={done}
      />
    </Field>
  );
}
