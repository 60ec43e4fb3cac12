import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { Icon } from '../../../../components/Icon';
import { incidentPage } from '../../../../components/IncidentRow';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { Screen } from '../../../../components/Screen';
import { useNow } from '../../../../components/useNow';
import { useIncident } from '../../../../features/incident/hooks';
import { ShareButton } from '../../../../features/share/ShareButton';
import { useShareCard } from '../../../../features/share/useShareCard';
import { Refusal } from '../../../../request/refusal';
import { useSignedIn } from '../../../../session/session.store';
import { ClockCard } from './ClockCard';
import { DetailFoot, hasFoot } from './DetailFoot';
import { DetailHead } from './DetailHead';
import { DetailPhotos } from './DetailPhotos';
import { DetailSheets } from './DetailSheets';
import { CannotSee, SignInNote, WayHome } from './Doors';
import { FollowButton } from './FollowButton';
import { RatingAsked, RatingGiven } from './Rating';
import { Standing } from './Standing';
import { Timeline } from './Timeline';
import { useDetailActs } from './useDetailActs';
import { VoiceCard } from './VoiceCard';
import { WhoCard } from './WhoCard';
import { WordsCard } from './WordsCard';
import './index.css';

/** A refusal with one of these will not change by asking again: there is nothing here for this reader. */
const NOTHING_HERE = [400, 403, 404];

/** One incident: where it stands, by when, what was done, and the next move when it is the reader's. */
export default function DetailPage() {
  const id = useRouter().params.id ?? '';
  const { query, data: incident, seenAtMs } = useIncident(id);
  const nowMs = useNow();
  const signedIn = useSignedIn();
  const acts = useDetailActs(id);
  const { error } = query;
  const card = incident?.share
    ? { title: incident.share.title, path: incidentPage(id), imageUrl: incident.share.coverUrl }
    : null;
  useShareCard(card);
  if (id === '' || (error instanceof Refusal && NOTHING_HERE.includes(error.problem.status))) {
    return (
      <Screen>
        <CannotSee signedIn={signedIn} />
      </Screen>
    );
  }
  if (incident === undefined) {
    return (
      <Screen>
        {query.isError ? (
          <ErrorPanel error={error} onRetry={() => void query.refetch()} />
        ) : (
          <ListSkeleton words="正在打开这件事" />
        )}
        <WayHome />
      </Screen>
    );
  }
  const fixed = seenAtMs !== undefined;
  const allowed = incident.allowedActions;
  const open = ['reported', 'accepted', 'handling', 'held'].includes(incident.state);
  return (
    <Screen foot={hasFoot(incident) || acts.failure ? <DetailFoot incident={incident} acts={acts} /> : null}>
      <OfflineBanner seenAtMs={seenAtMs} />
      <DetailHead incident={incident} nowMs={nowMs} fixed={fixed} />
      <Standing incident={incident} nowMs={nowMs} />
      <ClockCard incident={incident} nowMs={nowMs} fixed={fixed} />
      <WhoCard incident={incident} nowMs={nowMs} />
      <DetailPhotos incident={incident} nowMs={nowMs} />
      <VoiceCard incident={incident} onTranscribe={() => acts.open('transcribe')} />
      <WordsCard
        incident={incident}
        nowMs={nowMs}
        publishing={acts.busy === 'publish'}
        onPublish={() => acts.act('publish', { hiddenPieceCount: incident.hiddenPieceCount })}
      />
      {allowed.includes('confirm') ? (
        <RatingAsked
          incident={incident}
          nowMs={nowMs}
          rating={acts.rating}
          wrong={acts.ratingWrong}
          onRate={acts.rate}
        />
      ) : null}
      {incident.rating === null ? null : <RatingGiven rating={incident.rating} mine={incident.mine} />}
      <Timeline incident={incident} nowMs={nowMs} />
      <FollowButton incident={incident} />
      {card ? <ShareButton card={card} words="发给邻居看" /> : null}
      {incident.mine && open ? (
        <View className="note">
          <Icon name="info" small />
          <View>办好后会请您看一眼</View>
        </View>
      ) : null}
      {signedIn ? null : <SignInNote />}
      <WayHome />
      <DetailSheets incident={incident} nowMs={nowMs} acts={acts} />
    </Screen>
  );
}
