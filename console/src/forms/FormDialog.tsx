import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { Wrong } from './Wrong';

interface FormDialogProps {
  title: string;
  submit: string;
  /** The way back, in words: 「先不任命」. */
  cancel: string;
  /** Whether what is asked for is there. */
  ready?: boolean;
  pending: boolean;
  wrong?: string | null | undefined;
  onSubmit: () => void;
  onClose: () => void;
  /** How the fields lie. */
  className?: string;
  /** Whether a click beside it may close it: not where much would have to be typed again. */
  closable?: boolean;
  children: ReactNode;
}

/** A small form in front of the page: its fields, what was refused, one solid button and a way back. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, cancel, ready = true, pending, wrong, onSubmit, onClose, children } = props;
  const { className = 'stack people-form', closable = true } = props;
  return (
    <Modal
      open
      title={title}
      okText={submit}
      cancelText={cancel}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={pending}
      onOk={onSubmit}
      onCancel={onClose}
      mask={{ closable }}
    >
      <div className={className}>
        {children}
        <Wrong says={wrong} />
      </div>
    </Modal>
  );
}
