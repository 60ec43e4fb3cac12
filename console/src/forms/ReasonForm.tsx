import { LIMITS } from '@linli/shared';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { FootForm } from './FootForm';
import type { useDraft } from './useDraft';

interface ReasonFormProps {
  id: string;
  title: string;
  hint: string;
  placeholder: string;
  /** How many characters at most; as many as a note when absent. */
  limit?: number;
  /** What is said when nothing was written. */
  missing: string;
  submit: string;
  cancel: string;
  draft: ReturnType<typeof useDraft>;
  wrong: string | undefined;
  pending: boolean;
  /** What else has to be chosen, and what is said while it is not. */
  more?: { field: ReactNode; missing: string | null };
  onSend: (words: string) => void;
  onClose: () => void;
}

/** For whatever must not be done without saying why. */
export function ReasonForm(props: ReasonFormProps) {
  const { id, draft, missing, wrong, more, placeholder, limit = LIMITS.noteChars, onSend, ...frame } = props;
  const [words, setWords] = draft;
  const [tried, setTried] = useState(false);
  const written = words.trim();
  const lacking = more?.missing ?? (written ? null : missing);
  function onSubmit(): void {
    setTried(true);
    if (!lacking) onSend(written);
  }
  return (
    <FootForm {...frame} wrong={(tried && lacking) || wrong} onSubmit={onSubmit}>
      {more?.field}
      <Input.TextArea
        id={id}
        aria-label={frame.title}
        autoFocus
        rows={3}
        maxLength={limit}
        value={words}
        placeholder={placeholder}
        onChange={(e) => setWords(e.target.value)}
      />
    </FootForm>
  );
}
