import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useEscape } from './useEscape';
import { Wrong } from './Wrong';
import './forms.css';

interface FootFormProps {
  title: string;
  /** What follows from it, before it is done. */
  hint: ReactNode;
  submit: string;
  /** The way back, in words: 「先不办结」. */
  cancel: string;
  wrong: string | null | undefined;
  pending: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form at the foot of the drawer: what it is for, its fields, one solid button and a way back. */
export function FootForm(props: FootFormProps) {
  const { title, hint, submit, cancel, wrong, pending, disabled, onSubmit, onClose, children } = props;
  useEscape(onClose);
  return (
    <form
      className="foot-form"
      aria-label={title}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        onSubmit();
      }}
    >
      <div className="foot-form-fields">
        <div>
          <b>{title}</b>
          <p className="note-text">{hint}</p>
        </div>
        {children}
        <Wrong says={wrong} />
      </div>
      <div className="row">
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          className="next-solid"
          loading={pending}
          disabled={disabled ?? false}
        >
          {submit}
        </Button>
        <Button size="large" className="next-other" onClick={onClose}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
