import { ALL_AUDIT_ACTIONS, AUDIT_ACTIONS, type AuditAction } from '@linli/shared';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { $api } from '../api/client';
import type { AuditFilters } from './audit-filters';
import '../incidents/list/queue.css';
import { SEARCHED } from '../forms/searched';

const ACTIONS = ALL_AUDIT_ACTIONS.map((value) => ({ value, label: AUDIT_ACTIONS[value] }));

interface AuditFilterBarProps {
  filters: AuditFilters;
  onChange: (some: AuditFilters) => void;
}

export function AuditFilterBar({ filters, onChange }: AuditFilterBarProps) {
  const communities = $api.useQuery('get', '/api/communities', {}, { staleTime: 600_000 });
  const any = Object.values(filters).some((value) => value !== undefined);
  return (
    <fieldset className="filters audit-filters" aria-label="查哪些记录">
      <NameField label="谁做的" value={filters.who} onSearch={(who) => onChange({ who })} />
      <NameField label="关于谁" value={filters.about} onSearch={(about) => onChange({ about })} />
      <Select<AuditAction>
        className={filters.action ? 'filter set audit-action' : 'filter audit-action'}
        aria-label="做了什么"
        placeholder="做了什么"
        allowClear
        showSearch={SEARCHED}
        value={filters.action ?? null}
        options={ACTIONS}
        onChange={(action) => onChange({ action })}
      />
      <Select<string>
        className={filters.communityId ? 'filter set' : 'filter'}
        aria-label="哪个社区"
        placeholder="哪个社区"
        allowClear
        value={filters.communityId ?? null}
        options={communities.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={(communityId) => onChange({ communityId })}
      />
      <DayField label="从哪天" value={filters.from} onChange={(from) => onChange({ from })} />
      <DayField label="到哪天" value={filters.to} onChange={(to) => onChange({ to })} />
      {any && (
        <Button
          type="text"
          onClick={() =>
            onChange({
              ...{ who: undefined, about: undefined, action: undefined, communityId: undefined },
              ...{ subjectId: undefined, from: undefined, to: undefined },
            })
          }
        >
          清空
        </Button>
      )}
    </fieldset>
  );
}

interface NameFieldProps {
  label: string;
  value: string | undefined;
  onSearch: (name: string | undefined) => void;
}

/** Asks only when the name is whole: each look is kept, and half a name is nobody. */
function NameField({ label, value = '', onSearch }: NameFieldProps) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    setText(value);
  }
  const done = () => text.trim() !== value && onSearch(text.trim() || undefined);
  return (
    <Input
      className="audit-name"
      aria-label={label}
      placeholder={`${label}（姓名）`}
      maxLength={40}
      allowClear
      value={text}
      onChange={(e) => {
        setText(e.target.value);
        if (e.target.value === '' && value !== '') onSearch(undefined);
      }}
      onPressEnter={done}
      onBlur={done}
    />
  );
}

interface DayFieldProps {
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <label className="audit-day" htmlFor={id}>
      <span className="note-text">{label}</span>
      <Input
        id={id}
        type="date"
        value={value ?? ''}
        onChange={(e) => onChange(e.target.value || undefined)}
      />
    </label>
  );
}
