import { Input, type InputRef } from 'antd';
import { Search } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';

const SETTLE_MS = 350;

interface SearchFieldProps {
  /** What can be looked for. */
  label?: string;
  value: string;
  onSearch: (q: string | undefined) => void;
  field: RefObject<InputRef>;
}

/** Searches when typing pauses. While Chinese is being composed nothing is sent. */
export function SearchField({ label = '搜事件、楼号、编号', value, onSearch, field }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const [seen, setSeen] = useState(value);
  const sent = useRef(value);
  const settled = text.trim();

  // What the address says changes the field, unless it is only what was typed here coming back.
  if (value !== seen) {
    setSeen(value);
    if (value !== sent.current) setText(value);
  }

  useEffect(() => {
    if (composing || settled === value) return;
    const timer = setTimeout(() => {
      sent.current = settled;
      onSearch(settled || undefined);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [settled, composing, value, onSearch]);

  return (
    <Input
      ref={field}
      className="search-field"
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={50}
      prefix={<Search />}
      suffix={<span className="kbd">/</span>}
      value={text}
      onChange={(e) => setText(e.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(e) => e.key === 'Escape' && e.currentTarget.blur()}
    />
  );
}
