import { View } from '@tarojs/components';
import { Refusal, sentence } from '../request/refusal';
import { StatePanel } from './StatePanel';

/** What did not work, in words, with a way to try again and a number to quote when asking for help. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const offline = error instanceof Refusal && error.offline;
  const requestId = error instanceof Refusal ? error.problem.requestId : undefined;
  return (
    <StatePanel
      icon={offline ? 'cloud-off' : 'search-x'}
      title={offline ? '没有网' : '没打开'}
      text={offline ? '连上网再看' : sentence(error)}
      action={{ words: offline ? '再连一次' : '再试一次', onTap: onRetry, icon: 'refresh-cw' }}
    >
      {requestId ? <View className="t3">编号 {requestId}</View> : null}
    </StatePanel>
  );
}
