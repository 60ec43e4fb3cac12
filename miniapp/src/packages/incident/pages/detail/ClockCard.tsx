import { momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { Icon } from '../../../../components/Icon';
import type { IncidentDetail } from '../../../../request/contract';
import { useElder } from '../../../../session/elder.store';
import { type ClockFace, clockFace, figureParts } from './clock-faces';
import { type ClockRounds, clockRounds } from './clock-rounds';

/** Response and solving side by side, and how much of the running one's time is used. */
export function ClockCard({
  incident,
  nowMs,
  fixed,
}: {
  incident: IncidentDetail;
  nowMs: number;
  fixed: boolean;
}) {
  const elder = useElder((state) => state.elder);
  const { response, main, lines } = clockRounds(incident);
  const faces = {
    response: response ? clockFace(response, nowMs, fixed) : null,
    main: main ? clockFace(main, nowMs, fixed) : null,
  };
  if (elder) return <OneFigure {...faces} lines={lines} incident={incident} />;
  // What was never taken on has no time to be solved in.
  const over = incident.state === 'rejected' || incident.state === 'merged';
  const running = faces.main?.running ? faces.main : faces.response?.running ? faces.response : null;
  return (
    <View className="card col" id="clocks">
      <View className="clocks">
        {faces.response ? <Face face={faces.response} /> : null}
        {faces.main ? <Face face={faces.main} /> : over ? null : <NotYet state={incident.state} />}
      </View>
      {running && !fixed ? (
        <View className="col-s">
          <Bar face={running} />
          <View className="row between t3">
            <View>{sinceWords(incident, running.startedAt, nowMs)}</View>
            <View className="clock-used">{running.used}</View>
          </View>
        </View>
      ) : null}
      <Lines lines={lines} />
    </View>
  );
}

/** From when the running clock counts: from the report, or from the plan, or from when it began anew. */
function sinceWords({ reportedAt }: IncidentDetail, startedAt: string, nowMs: number): string {
  return `${momentWords(startedAt, nowMs)} ${startedAt === reportedAt ? '报上' : '起算'}`;
}

function Lines({ lines }: Pick<ClockRounds, 'lines'>) {
  if (lines.length === 0) return null;
  return (
    <View className="col-s" id="clocks-before">
      {lines.map(({ words, late }) => (
        <View className={`row-s t3 clock-below ${late ? 'tone-late' : ''}`} key={words}>
          <Icon name={late ? 'triangle-alert' : 'circle-check'} small />
          <View>{words}</View>
        </View>
      ))}
    </View>
  );
}

function Face({ face }: { face: ClockFace }) {
  return (
    <View className="col-s">
      <View className="t3">{face.label}</View>
      <Figure face={face} />
      <View className={`row-s t3 clock-below tone-${face.tone}`}>
        <Icon name={face.icon} small />
        <View>{face.below}</View>
      </View>
    </View>
  );
}

function Figure({ face }: { face: ClockFace }) {
  const { large, small } = figureParts(face.figure);
  return (
    <View className={`clock-figure tone-${face.tone}`}>
      <View className={large.length > 8 ? 't0' : 'fig'}>{large}</View>
      {small ? <View className="clock-unit">{small}</View> : null}
    </View>
  );
}

/** Nobody has judged yet how hard it is, so nobody can say by when it is solved. */
function NotYet({ state }: Pick<IncidentDetail, 'state'>) {
  return (
    <View className="col-s">
      <View className="t3">解决</View>
      <View className="clock-figure soft">
        <View className="t0">还没定时限</View>
      </View>
      <View className="t3">{state === 'reported' ? '有人接手后就定' : '定了难易就开始算'}</View>
    </View>
  );
}

function Bar({ face }: { face: ClockFace }) {
  return (
    <View className="bar" aria-role="img" role="img" aria-label={face.used} ariaLabel={face.used}>
      <View className={`bar-fill tone-${face.tone}`} style={{ width: `${Math.round(face.share * 100)}%` }} />
    </View>
  );
}

/** In elder mode one figure says it all: how long it took, or how long there is. */
function OneFigure({
  response,
  main,
  lines,
  incident,
}: {
  response: ClockFace | null;
  main: ClockFace | null;
  incident: IncidentDetail;
} & Pick<ClockRounds, 'lines'>) {
  const face = main ?? response;
  if (face === null) return null;
  const late = face.tone === 'late' || face.tone === 'overdue';
  const solved = !face.running && face.tone !== 'paused' && main !== null && incident.round === 1;
  return (
    <View className="card col" id="clocks">
      <View className="soft">{solved ? `从${incident.mine ? '您' : ''}报上到办好` : face.label}</View>
      <View className="row between wrap">
        <View className="fig">{face.figure}</View>
        <View
          className={`chip chip-${late ? 'over' : (CHIPS[face.tone] ?? (face.running ? 'doing' : 'done'))}`}
        >
          <Icon name={face.icon} />
          <View>{face.below}</View>
        </View>
      </View>
      <Bar face={face} />
      {main && response && !response.running ? (
        <View className="soft">{response.figure}就有人回应</View>
      ) : null}
      <Lines lines={lines} />
    </View>
  );
}

const CHIPS: Partial<Record<ClockFace['tone'], string>> = { paused: 'rest' };
