import { momentWords } from '@linli/shared';
import { Shots } from '../../../../features/photo/Shots';
import type { IncidentDetail } from '../../../../request/contract';
import { useElder } from '../../../../session/elder.store';

type Stage = IncidentDetail['photos'][number]['stage'];

const WORDS: Record<Stage, string> = { report: '报上时', resolve: '办好后' };

/** The pictures, from when it was reported and from when it was done. */
export function DetailPhotos({ incident, nowMs }: { incident: IncidentDetail; nowMs: number }) {
  const elder = useElder((state) => state.elder);
  // The good news first where one picture fills the screen.
  const stages: Stage[] = elder ? ['resolve', 'report'] : ['report', 'resolve'];
  const photos = stages.flatMap((stage) => incident.photos.filter((photo) => photo.stage === stage));
  const at: Record<Stage, string | null> = { report: incident.reportedAt, resolve: incident.resolvedAt };
  const captionOf = (stage: Stage) => {
    const moment = at[stage];
    return elder || moment === null ? WORDS[stage] : `${momentWords(moment, nowMs)} ${WORDS[stage]}`;
  };
  const shots = photos.map(({ id, url, thumbUrl, stage }, i) => ({
    id,
    url,
    thumbUrl,
    words: WORDS[stage],
    caption: stage === photos[i - 1]?.stage ? null : captionOf(stage),
  }));
  return <Shots shots={shots} />;
}
