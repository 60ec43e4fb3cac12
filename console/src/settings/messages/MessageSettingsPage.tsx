import { $api } from '../../api/client';
import { asProblem } from '../../api/problem';
import { Waiting } from '../Waiting';
import { KindTable } from './KindTable';
import { QuietHours } from './QuietHours';
import { useMessageSettings } from './useMessageSettings';

/** How and when I am told. The inbox has everything; the other ways can be chosen. */
export function MessageSettingsPage() {
  const settings = $api.useQuery('get', '/api/me/message-settings');
  const { change, problem } = useMessageSettings();
  if (!settings.data) {
    return (
      <Waiting
        problem={settings.isError ? asProblem(settings.error) : null}
        onRetry={() => void settings.refetch()}
      />
    );
  }
  return (
    <>
      {problem && (
        <p className="notice over" role="alert">
          没改成：{problem.title}
        </p>
      )}
      <KindTable settings={settings.data} onChange={(choice) => change({ choices: [choice] })} />
      <QuietHours
        key={JSON.stringify(settings.data.quietHours)}
        quietHours={settings.data.quietHours}
        onChange={(quietHours) => change({ quietHours })}
      />
    </>
  );
}
