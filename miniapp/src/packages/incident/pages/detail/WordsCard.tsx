import { momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import type { IncidentDetail } from '../../../../request/contract';

/** From this length on a title is cut, and the whole text stands here. */
const LONG_TITLE = 30;
/** The phone's own time is worth telling only when it is not simply that of reporting. */
const TOLD_LATER_MS = 2 * 60_000;

interface Props {
  incident: IncidentDetail;
  nowMs: number;
  publishing: boolean;
  onPublish: () => void;
}

/** What the reporter wrote, who may read it, and what only staff may know. */
export function WordsCard({ incident, nowMs, publishing, onPublish }: Props) {
  const { description, textHidden, mine, published, reporterName, happenedAt, reportedAt } = incident;
  // Whoever hears the recording reads what was written down of it beside it.
  const said = [description, incident.voice === null ? incident.voiceWords : null].filter(
    (words): words is string => Boolean(words),
  );
  const whole = said.length > 1 || (said[0]?.length ?? 0) > LONG_TITLE ? said : [];
  const earlier = happenedAt !== null && Date.parse(reportedAt) - Date.parse(happenedAt) > TOLD_LATER_MS;
  const mayPublish = incident.allowedActions.includes('publish');
  const lines = [
    textHidden ? { icon: 'eye-off', words: '文字和照片还没公开' } : null,
    mine ? { icon: 'eye-off', words: '邻居看不到是谁报的' } : null,
    reporterName ? { icon: 'user-round', words: `${reporterName}报的，邻居看不到` } : null,
    earlier ? { icon: 'clock', words: `手机上记的是 ${momentWords(happenedAt, nowMs)}` } : null,
    !mayPublish && !textHidden && !published && (mine || reporterName)
      ? { icon: 'eye-off', words: '文字和照片邻居还看不到' }
      : null,
  ].filter((line) => line !== null);
  if (whole.length === 0 && lines.length === 0 && !mayPublish) return null;
  return (
    <View className="card col" id="words">
      {whole.map((words) => (
        <View key={words}>{words}</View>
      ))}
      {lines.map(({ icon, words }) => (
        <View className="row-s t3" key={words}>
          <Icon name={icon} small />
          <View className="grow">{words}</View>
        </View>
      ))}
      {mayPublish ? (
        <View className="row between wrap">
          <View className="row-s t3">
            <Icon name="eye-off" small />
            <View>{hiddenWords(incident)}</View>
          </View>
          <Button kind="soft" small id="act-publish" icon="eye" busy={publishing} onTap={onPublish}>
            让邻居看到
          </Button>
        </View>
      ) : null}
    </View>
  );
}

/** How much neighbours do not see, and what a check found, for whoever decides. */
function hiddenWords({ published, hiddenPieceCount, timeline, photos }: IncidentDetail): string {
  const flagged = [...timeline, ...photos].find((piece) => piece.hidden && piece.flagged !== null)?.flagged;
  const hidden = published
    ? `有 ${hiddenPieceCount} 处新的文字或照片，邻居还看不到`
    : '文字和照片邻居还看不到';
  return flagged ? `${hidden}。请先看看：${flagged}` : hidden;
}
