import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { answered } from '../../api/answered';
import { api } from '../../api/client';
import { newId } from '../../api/new-id';
import { asProblem } from '../../api/problem';
import { Wrong } from '../../forms/Wrong';
import { SettingsCard } from '../SettingsCard';
import { type ExceptionalDay, readLines, writeLines } from './day-lines';

interface CalendarFormProps {
  /** The list as it is; the new one takes its place as a whole. */
  days: readonly ExceptionalDay[];
  onDone: () => void;
}

export function CalendarForm({ days, onDone }: CalendarFormProps) {
  const queryClient = useQueryClient();
  const [id] = useState(newId);
  const [text, setText] = useState(() => writeLines(days));
  const [wrong, setWrong] = useState<string[]>([]);
  const add = useMutation({
    mutationFn: (list: ExceptionalDay[]) =>
      answered(api.POST('/api/work-calendars', { body: { id, days: list } })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['get', '/api/work-calendars'] });
      onDone();
    },
  });
  function submit(): void {
    const read = readLines(text);
    setWrong(read.wrong);
    if (read.wrong.length === 0) add.mutate(read.days);
  }
  const problem = add.isError ? asProblem(add.error) : null;
  const said = wrong.length > 0 ? wrong : problem ? [problem.errors?.[0]?.message ?? problem.title] : [];
  return (
    <SettingsCard title="新的一版" note="一行一天：日期、休或班、名字。没写的日子按平常的周几算。">
      <Input.TextArea
        id="calendar-lines"
        rows={12}
        aria-label="放假和调休的日子"
        placeholder={'2027-01-01 休 元旦\n2027-02-14 班 春节调休'}
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      {said.map((words) => (
        <Wrong key={words} says={words} />
      ))}
      <div className="row">
        <Button type="primary" loading={add.isPending} onClick={submit}>
          存成新的一版
        </Button>
        <Button onClick={onDone}>不换了</Button>
      </div>
    </SettingsCard>
  );
}
