import type { ReactNode } from 'react';
import { Wrong } from './Wrong';
import './field.css';

interface FieldProps {
  /** Of the input itself; absent where there are several. */
  id?: string;
  label: string;
  error?: string | null | false | undefined;
  hint?: string | undefined;
  children: ReactNode;
}

/** A labelled input with what is wrong, or worth knowing, right below it. */
export function Field({ id, label, error, hint, children }: FieldProps) {
  return (
    <div className="field">
      {id ? <label htmlFor={id}>{label}</label> : <span className="field-label">{label}</span>}
      {children}
      {hint && !error && <p className="field-hint">{hint}</p>}
      <Wrong says={error} />
    </div>
  );
}
