import { durationWords, type IncidentDifficulty } from '@linli/shared';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import type { IncidentDetail } from '../../../../request/contract';

/** How hard it is decides how long it may take; all three stand open, since none is the usual one. */
export function JudgeWays({
  judging,
  busy,
  onJudge,
}: {
  judging: NonNullable<IncidentDetail['judging']>;
  busy: boolean;
  onJudge: (difficulty: IncidentDifficulty) => void;
}) {
  const ways: { difficulty: IncidentDifficulty; words: string; means: string }[] = [
    { difficulty: 'simple', words: '简单', means: durationWords(judging.simpleMinutes) },
    { difficulty: 'complex', words: '复杂', means: durationWords(judging.complexMinutes) },
    { difficulty: 'hard', words: '难办', means: '先定方案' },
  ];
  return (
    <View className="col-s">
      <View className="t3">这件事好办吗？定了就开始算时限</View>
      <View className="judge-ways">
        {ways.map(({ difficulty, words, means }) => (
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
