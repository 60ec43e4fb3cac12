import { Input } from 'antd';
import { Field } from '../../forms/Field';

interface CodeFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
  /** A paper code has letters; where only the app's will do, the phone shows its number keys. */
  digitsOnly?: boolean;
}

const LONGEST = 12;

/** A code of the authenticator app, or one from paper. */
export function CodeField({ id, label, value, onChange, error, digitsOnly = false }: CodeFieldProps) {
  return (
    <Field id={id} label={label} error={error}>
      <Input
        id={id}
        size="large"
        className="code-input"
        autoFocus
        autoComplete="one-time-code"
        autoCapitalize="characters"
        inputMode={digitsOnly ? 'numeric' : 'text'}
        maxLength={LONGEST}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
    </Field>
  );
}
