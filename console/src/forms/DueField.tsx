import { momentWords } from '@linli/shared';
import { Button, Input } from 'antd';
import { serverNowMs } from '../clock/server-time';
import { eveningAfter, fromDateTimeInput, toDateTimeInput } from '../clock/shanghai-input';

interface DueFieldProps {
  id: string;
  label: string;
  /** As the field writes it; kept with the draft. */
  value: string;
  onChange: (value: string) => void;
}

const LIKELY = [
  { days: 0, label: '今天 18:00' },
  { days: 1, label: '明天 18:00' },
  { days: 3, label: '三天后' },
  { days: 7, label: '一周后' },
];

/** By when: the likely dates in one press, any other in the field. */
export function DueField({ id, label, value, onChange }: DueFieldProps) {
  const now = serverNowMs();
  const dueAt = fromDateTimeInput(value);
  const offered = LIKELY.filter(({ days }) => eveningAfter(days, now) > now);
  return (
    <div className="due-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="datetime-local"
        value={value}
        min={toDateTimeInput(now)}
        onChange={(e) => onChange(e.target.value)}
      />
      {/* The browser writes dates in its own language; the words under it are ours. */}
      <div className="row wrap due-words">
        {dueAt && <span className="note-text">{momentWords(dueAt, now)} 前</span>}
        {offered.map(({ days, label: words }) => (
          <Button
            key={days}
            size="small"
            type="text"
            onClick={() => onChange(toDateTimeInput(eveningAfter(days, now)))}
          >
            {words}
          </Button>
        ))}
      </div>
    </div>
  );
}
