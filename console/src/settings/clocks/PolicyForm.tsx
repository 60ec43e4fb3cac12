import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { answered } from '../../api/answered';
import { api } from '../../api/client';
import type { AddClockPolicy, ClockPolicy } from '../../api/contract';
import { newId } from '../../api/new-id';
import { asProblem } from '../../api/problem';
import { Field } from '../../forms/Field';
import { Wrong } from '../../forms/Wrong';
import { FilterSelect } from '../../incidents/list/FilterSelect';
import { SettingsCard } from '../SettingsCard';
import { HoursFields } from './HoursFields';
import { readDay, WEEKDAYS, writeDay } from './service-hours';
import { useCategories } from './useCategories';

const LIMITS = [
  ['responseMinutes', '几分钟内回应'],
  ['simpleMinutes', '简单的事几分钟办好'],
  ['complexMinutes', '复杂的事几分钟办好'],
  ['planMinutes', '难事几分钟内出方案'],
  ['confirmDays', '几天不答复算办结'],
  ['holdDecisionMinutes', '挂起几分钟没人批作废'],
] as const;

const USUAL_DAY = '09:00-12:00，14:00-18:00';

interface PolicyFormProps {
  areaId: string | undefined;
  /** What the fields begin with. */
  likely: ClockPolicy;
  onDone: () => void;
}

export function PolicyForm({ areaId, likely, onDone }: PolicyFormProps) {
  const queryClient = useQueryClient();
  const { options } = useCategories();
  const [id] = useState(newId);
  const [categoryCode, setCategory] = useState<string>();
  const [limits, setLimits] = useState(likely);
  const [steps, setSteps] = useState(likely.escalationMinutes.join(' '));
  const [from, setFrom] = useState('');
  const [byHours, setByHours] = useState(likely.serviceHours !== null);
  const [days, setDays] = useState(() =>
    WEEKDAYS.map((_, index) =>
      likely.serviceHours ? writeDay(likely.serviceHours, index + 1) : index < 5 ? USUAL_DAY : '',
    ),
  );
  const [wrong, setWrong] = useState<string>();
  const add = useMutation({
    mutationFn: (body: AddClockPolicy) => answered(api.POST('/api/clock-policies', { body })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['get', '/api/clock-policies'] });
      onDone();
    },
  });

  function submit(): void {
    const hours = days.map((text, index) => readDay(index + 1, text));
    const escalationMinutes = steps
      .split(/[^\d]+/)
      .filter(Boolean)
      .map(Number);
    if (byHours && hours.includes(null)) {
      setWrong('服务时间要写成 9:00-12:00，14:00-18:00 这样');
      return;
    }
    setWrong(undefined);
    add.mutate({
      id,
      responseMinutes: limits.responseMinutes,
      simpleMinutes: limits.simpleMinutes,
      complexMinutes: limits.complexMinutes,
      planMinutes: limits.planMinutes,
      confirmDays: limits.confirmDays,
      holdDecisionMinutes: limits.holdDecisionMinutes,
      escalationMinutes,
      ...(areaId ? { areaId } : {}),
      ...(categoryCode ? { categoryCode } : {}),
      // The field speaks Shanghai's time, wherever the desk stands.
      ...(from ? { inForceFrom: new Date(`${from}:00+08:00`).toISOString() } : {}),
      ...(byHours ? { serviceHours: hours.flatMap((day) => day ?? []) } : {}),
    });
  }
  const problem = add.isError ? asProblem(add.error) : null;
  const said = wrong ?? problem?.errors?.[0]?.message ?? problem?.title;

  return (
    <SettingsCard title="新的一版" note="从生效的时候起，新报上来的事按它算。">
      <div className="settings-fields">
        <div className="settings-field">
          <span>哪一类</span>
          <FilterSelect label="所有类别" value={categoryCode} options={options} onChange={setCategory} />
        </div>
        {LIMITS.map(([name, label]) => (
          <Field key={name} id={`clock-${name}`} label={label}>
            <InputNumber
              id={`clock-${name}`}
              min={1}
              max={86_400}
              precision={0}
              value={limits[name]}
              onChange={(n) => n !== null && setLimits({ ...limits, [name]: n })}
            />
          </Field>
        ))}
        <Field id="clock-steps" label="超时几分钟上报社区、书记、街道">
          <Input
            id="clock-steps"
            value={steps}
            placeholder="0 30 120"
            onChange={(e) => setSteps(e.target.value)}
          />
        </Field>
        <Field id="clock-from" label="从什么时候（空着是现在）">
          <Input
            id="clock-from"
            type="datetime-local"
            value={from}
            onChange={(e) => setFrom(e.target.value)}
          />
        </Field>
      </div>
      <div className="row">
        <Switch checked={byHours} aria-label="只在服务时间计时" onChange={setByHours} />
        {byHours ? '只在服务时间计时' : '全天计时'}
      </div>
      {byHours && <HoursFields days={days} onChange={setDays} />}
      <Wrong says={said} />
      <div className="row">
        <Button type="primary" loading={add.isPending} onClick={submit}>
          存成新的一版
        </Button>
        <Button onClick={onDone}>不加了</Button>
      </div>
    </SettingsCard>
  );
}
