import { Input } from 'antd';
import { Field } from '../../forms/Field';
import { WEEKDAYS } from './service-hours';

interface HoursFieldsProps {
  /** Monday first, as written. */
  days: string[];
  onChange: (days: string[]) => void;
}

/** A line for each weekday; an empty one is a day without service. */
export function HoursFields({ days, onChange }: HoursFieldsProps) {
  return (
    <div className="settings-fields">
      {WEEKDAYS.map((name, index) => (
        <Field key={name} id={`hours-${index}`} label={name}>
          <Input
            id={`hours-${index}`}
            value={days[index]}
            placeholder="不上班"
            onChange={(e) => onChange(days.map((day, at) => (at === index ? e.target.value : day)))}
          />
        </Field>
      ))}
    </div>
  );
}
