import type { IncidentAction } from '@linli/shared';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';

interface Props {
  allowed: readonly IncidentAction[];
  /** The action under way, if any. */
  busy: IncidentAction | null;
  failure: string | undefined;
  onAct: (action: IncidentAction, body?: Record<string, unknown>) => void;
  onResolve: () => void;
  onConfirm: () => void;
}

/** Which of the allowed actions stands at the thumb: the one that brings the incident on. */
const AT_THE_THUMB = [
  'accept',
  'judge',
  'dispatch',
  'resolve',
  'confirm',
] as const satisfies IncidentAction[];

export const nextAction = (allowed: readonly IncidentAction[]) =>
  AT_THE_THUMB.find((action) => allowed.includes(action));

/** The next move and, above it, why the last one was refused. */
export function DetailFoot({ allowed, busy, failure, onAct, onResolve, onConfirm }: Props) {
  const next = nextAction(allowed);
  return (
    <View className="grow col">
      {failure ? (
        <View className="note note-over" aria-role="alert" role="alert" id="act-failure">
          <Icon name="circle-alert" small />
          <View>{failure}</View>
        </View>
      ) : null}
      {next === 'accept' ? (
        <Button id="act-accept" busy={busy === 'accept'} onTap={() => onAct('accept')}>
          我来处理
        </Button>
      ) : null}
      {next === 'judge' ? (
        <View className="col-s">
          <View className="t3">这件事好办吗？定了就开始算时限</View>
          <View className="judge-ways">
            <Button
              kind="soft"
              stretch
              id="act-judge-simple"
              busy={busy === 'judge'}
              onTap={() => onAct('judge', { difficulty: 'simple' })}
            >
              简单 · 30 分钟内
            </Button>
            <Button
              kind="soft"
              stretch
              id="act-judge-complex"
              busy={busy === 'judge'}
              onTap={() => onAct('judge', { difficulty: 'complex' })}
            >
              复杂 · 4 小时内
            </Button>
          </View>
        </View>
      ) : null}
      {next === 'dispatch' ? (
        <Button
          id="act-dispatch"
          busy={busy === 'dispatch'}
          onTap={() => onAct('dispatch', { route: 'self' })}
        >
          开始办理
        </Button>
      ) : null}
      {next === 'resolve' ? (
        <Button id="act-resolve" icon="circle-check" busy={busy === 'resolve'} onTap={onResolve}>
          办好了
        </Button>
      ) : null}
      {next === 'confirm' ? (
        <Button id="act-confirm" icon="circle-check" busy={busy === 'confirm'} onTap={onConfirm}>
          确认办好了
        </Button>
      ) : null}
    </View>
  );
}
