import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Field } from '../../forms/Field';
import { Wrong } from '../../forms/Wrong';
import { type AreaDraft, useAreaChange, useAreaClose } from './useTree';

/** What is added or changed: something new, or an area that is there. */
export type AreaTask =
  | { what: 'subdistrict' }
  | { what: 'community'; subdistrict: { id: string; name: string; code: string | null } }
  | {
      what: 'describe';
      kind: 'subdistrict' | 'community';
      area: { id: string; name: string; code: string | null; shortCode: string | null };
    };

interface AreaFormProps {
  task: AreaTask;
  /** The counties there are, to choose from by name. */
  countyNames: readonly string[];
  onDone: (id: string) => void;
  onClosed: () => void;
  onClose: () => void;
}

const MOST_CHARS = 30;
const WORDS = { subdistrict: '街道', community: '社区' } as const;
const DIGITS = { subdistrict: 9, community: 12 } as const;

/** A subdistrict or a community: added, called something else, or closed. Its map is drawn afterwards. */
export function AreaForm({ task, countyNames, onDone, onClosed, onClose }: AreaFormProps) {
  const { modal } = App.useApp();
  const kind = task.what === 'describe' ? task.kind : task.what;
  const [draft, setDraft] = useState<AreaDraft>(() => beginning(task, countyNames));
  const change = useAreaChange(task, onDone);
  const close = useAreaClose(onClosed);
  const word = WORDS[kind];
  const added = task.what !== 'describe';
  const set = (next: Partial<AreaDraft>) => setDraft({ ...draft, ...next });
  const asksCounty = task.what === 'subdistrict';
  const ready =
    draft.name.trim() !== '' &&
    (kind === 'subdistrict' || draft.shortCode !== '') &&
    (!asksCounty || draft.countyName.trim() !== '');
  const wrong =
    (change.problem ?? close.problem)?.errors?.[0]?.message ?? (change.problem ?? close.problem)?.title;
  const askToClose = () => {
    if (task.what !== 'describe') return;
    modal.confirm({
      title: `关掉${task.area.name}`,
      content: '关掉以后不再出现在列表里，办过的事还在。里面还有东西就关不掉，会告诉您还有什么。',
      okText: `关掉${word}`,
      okButtonProps: { danger: true },
      cancelText: '先不关',
      onOk: () => close.run(task.area.id),
    });
  };
  return (
    <Modal
      open
      title={added ? `添加${word}` : `改${word}的名字和编码`}
      okText={added ? `添加${word}` : '改好了'}
      cancelText={added ? '先不添加' : '先不改'}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={change.pending}
      onOk={() => ready && change.run(draft)}
      onCancel={onClose}
      footer={(buttons) =>
        added ? (
          buttons
        ) : (
          <div className="row between">
            <Button danger loading={close.pending} onClick={askToClose}>
              关掉这个{word}
            </Button>
            <span className="row">{buttons}</span>
          </div>
        )
      }
    >
      <div className="people-form">
        {task.what === 'community' && <p className="note-text">添加到 {task.subdistrict.name}。</p>}
        {asksCounty && (
          <Field
            id="area-county"
            label="属于哪个区县"
            hint={countyNames.length > 0 ? `已有：${countyNames.join('、')}` : undefined}
          >
            <Input
              id="area-county"
              maxLength={MOST_CHARS}
              value={draft.countyName}
              onChange={(e) => set({ countyName: e.target.value })}
            />
          </Field>
        )}
        <Field id="area-form-name" label={`${word}的名字`}>
          <Input
            id="area-form-name"
            autoFocus
            maxLength={MOST_CHARS}
            placeholder={kind === 'community' ? '例如：安澜社区' : '例如：滨河街道'}
            value={draft.name}
            onChange={(e) => set({ name: e.target.value })}
          />
        </Field>
        <Field
          id="area-code"
          label={`编码（${DIGITS[kind]} 位，可以以后再填）`}
          hint={
            kind === 'community'
              ? '民政的社区编码。网格的编码会接在它后面。'
              : '民政的街道编码。社区的编码会接在它后面。'
          }
        >
          <Input
            id="area-code"
            inputMode="numeric"
            maxLength={DIGITS[kind]}
            value={draft.code}
            onChange={(e) => set({ code: e.target.value.replace(/\D/g, '') })}
          />
        </Field>
        {kind === 'community' && (
          <Field
            id="area-short-code"
            label="短码"
            hint={`2 到 6 个大写字母或数字。事情的编号以它开头，例如 ${draft.shortCode || 'AL'}-0101-0001。`}
          >
            <Input
              id="area-short-code"
              maxLength={6}
              value={draft.shortCode}
              onChange={(e) => set({ shortCode: e.target.value.toUpperCase().replace(/[^A-Z0-9]/g, '') })}
            />
          </Field>
        )}
        <Wrong says={wrong} />
      </div>
    </Modal>
  );
}

function beginning(task: AreaTask, countyNames: readonly string[]): AreaDraft {
  const [only] = countyNames;
  // Most have one county, and are not asked what has one answer.
  const countyName = countyNames.length === 1 && only ? only : '';
  if (task.what === 'describe') {
    const { name, code, shortCode } = task.area;
    return { name, code: code ?? '', shortCode: shortCode ?? '', countyName };
  }
  // What codes of this level begin with is known.
  const code = task.what === 'community' ? (task.subdistrict.code ?? '') : '';
  return { name: '', code, shortCode: '', countyName };
}
