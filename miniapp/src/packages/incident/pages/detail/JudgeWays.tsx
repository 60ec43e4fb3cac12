import type { IncidentDifficulty } from '@linli/shared';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';

const WAYS: { difficulty: IncidentDifficulty; words: string; means: string }[] = [
  { difficulty: 'simple', words: '简单', means: '30 分钟' },
  { difficulty: 'complex', words: '复杂', means: '4 小时' },
  { difficulty: 'hard', words: '难办', means: '先定方案' },
];

/** How hard it is decides how long it may take; all three stand open, since none is the usual one. */
export function JudgeWays({
  busy,
  onJudge,
}: {
  busy: boolean;
  onJudge: (difficulty: IncidentDifficulty) => void;
}) {
  return (
    <View className="col-s">
      <View className="t3">这件事好办吗？定了就开始算时限</View>
      <View className="judge-ways">
        {WAYS.map(({ difficulty, words, means }) => (
          <Button
            key={difficulty}
            kind="soft"
            stretch
            id={`act-judge-${difficulty}`}
            label={`${words}，${means}`}
            busy={busy}
            onTap={() => onJudge(difficulty)}
          >
            <View className="judge-way">
              <View>{words}</View>
              <View className="judge-means">{means}</View>
            </View>
          </Button>
        ))}
      </View>
    </View>
  );
}
