import { Select } from 'antd';
import { ChevronDown, X } from 'lucide-react';
import { SEARCHED } from '../../forms/searched';

interface FilterSelectProps<V extends string | number> {
  label: string;
  value: V | undefined;
  options: { value: V; label: string }[];
  /** Where there are too many to look through. */
  searchable?: boolean;
  onChange: (value: V | undefined) => void;
}

/** One filter: shows its name until something is chosen, then the choice and a way to drop it. */
export function FilterSelect<V extends string | number>({
  label,
  value,
  options,
  searchable = false,
  onChange,
}: FilterSelectProps<V>) {
  const known = value === undefined || options.some((option) => option.value === value);
  return (
    <Select<V>
      className={value === undefined ? 'filter' : 'filter set'}
      aria-label={label}
      placeholder={label}
      value={value}
      // An address may name what has not been loaded yet; its bare id would tell nobody anything.
      options={known ? options : [...options, { value: value as V, label }]}
      showSearch={searchable && SEARCHED}
      onChange={(chosen: V | undefined) => onChange(chosen)}
      allowClear={{ clearIcon: <X aria-label={`不限${label}`} /> }}
      suffixIcon={<ChevronDown />}
      popupMatchSelectWidth={false}
    />
  );
}
