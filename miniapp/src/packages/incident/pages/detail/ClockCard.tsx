import { momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { Icon } from '../../../../components/Icon';
import type { IncidentDetail } from '../../../../request/contract';
import { useElder } from '../../../../session/elder.store';
import { type ClockFace, clockFace, figureParts } from './clock-faces';

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
  const response = incident.clocks.find((clock) => clock.kind === 'response');
  const solve = incident.clocks.find((clock) => clock.kind === 'solve');
  const faces = {
    response: response ? clockFace(response, nowMs, fixed) : null,
    solve: solve ? clockFace(solve, nowMs, fixed) : null,
  };
  if (elder) return <OneFigure {...faces} mine={incident.mine} />;
  const running = faces.solve?.running ? faces.solve : faces.response?.running ? faces.response : null;
  return (
    <View className="card col" id="clocks">
      <View className="clocks">
        {faces.response ? <Face face={faces.response} /> : null}
        {faces.solve ? <Face face={faces.solve} /> : <NotYet />}
      </View>
      {running && !fixed ? (
        <View className="col-s">
          <Bar face={running} />
          <View className="row between t3">
            <View>{momentWords(incident.reportedAt, nowMs)} 报上</View>
            <View className="clock-used">{running.used}</View>
          </View>
        </View>
      ) : null}
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
function NotYet() {
  return (
    <View className="col-s">
      <View className="t3">解决</View>
      <View className="clock-figure soft">
        <View className="t0">还没定时限</View>
      </View>
      <View className="t3">有人接手后就定</View>
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
  solve,
  mine,
}: {
  response: ClockFace | null;
  solve: ClockFace | null;
  mine: boolean;
}) {
  const face = solve ?? response;
  if (face === null) return null;
  const over = face.tone === 'late' || face.tone === 'overdue';
  const solved = !face.running && solve !== null;
  return (
    <View className="card col" id="clocks">
      <View className="soft">{solved ? `从${mine ? '您' : ''}报上到办好` : face.label}</View>
      <View className="row between wrap">
        <View className="fig">{face.figure}</View>
        <View className={`chip ${over ? 'chip-over' : face.running ? 'chip-doing' : 'chip-done'}`}>
          <Icon name={face.icon} />
          <View>{face.below}</View>
        </View>
      </View>
      <Bar face={face} />
      {solve && response && !response.running ? (
        <View className="soft">{response.figure}就有人回应</View>
      ) : null}
    </View>
  );
}
