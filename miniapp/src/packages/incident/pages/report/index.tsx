import { LIMITS } from '@linli/shared';
import { Input, Textarea, View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { Screen } from '../../../../components/Screen';
import { Wrong } from '../../../../components/Wrong';
import { PhotoTrayView } from '../../../../features/photo/PhotoTrayView';
import { sentence } from '../../../../request/refusal';
import { CategoryPicks } from './CategoryPicks';
import { CallFirst, DangerCard } from './DangerCard';
import { NearSheet } from './NearSheet';
import { ReportDone } from './ReportDone';
import { useEmergency } from './useEmergency';
import { useReport } from './useReport';
import { VoiceField } from './VoiceField';
import { WhereCard } from './WhereCard';
import './index.css';

/** 随手拍: photos, one line, a kind, a place, and it is on its way. */
export default function ReportPage() {
  const report = useReport();
  const { draft, write, faults, tray, voice, send, sending, done, again, signedIn, roomForPhotos, near } =
    report;
  const emergency = useEmergency(draft);
  if (done) return <ReportDone incident={done} emergency={emergency} onAgain={again} />;
  const busy = sending.isPending || report.looking;
  const failed = sending.isError && !busy && Object.keys(faults).length === 0;
  const asked = near.items.length > 0;
  const inWords = draft.where?.communityId !== undefined;
  return (
    <Screen
      foot={
        <View className="grow col">
          {failed ? (
            <View className="note note-over" aria-role="alert" role="alert" id="report-failure">
              <Icon name="circle-alert" small />
              <View>{sentence(sending.error)}。草稿已存好</View>
            </View>
          ) : null}
          {near.failure && !asked ? (
            <View className="note note-over" aria-role="alert" role="alert">
              <Icon name="circle-alert" small />
              <View>{near.failure}。草稿已存好</View>
            </View>
          ) : null}
          {emergency ? <CallFirst emergency={emergency} /> : null}
          <Button id="report-send" busy={busy} onTap={() => void send()}>
            {busy ? '正在提交' : failed ? '再试一次' : '提交'}
          </Button>
        </View>
      }
    >
      <DangerCard emergency={emergency} />
      <View className="card col" id="report-field-photos">
        <PhotoTrayView tray={tray} addId="report-add-photo" addWords="拍照片" />
        <Wrong words={faults.photos} />
        {!signedIn && draft.photos.length > 0 ? (
          <View className="t3">照片先存在手机里，登录后再传</View>
        ) : null}
        <View id="report-field-text">
          <Textarea
            id="report-text"
            className={`field field-area ${faults.text ? 'field-wrong' : ''}`}
            value={draft.text}
            maxlength={LIMITS.descriptionChars}
            placeholder="写一句，比如：2 单元楼道灯不亮"
            aria-label="发生了什么"
            onInput={(event) => write({ text: event.detail.value }, 'text')}
          />
          <View className="row between">
            <View className="grow">
              <Wrong words={faults.text} />
            </View>
            <View className="t3">
              {draft.text.length} / {LIMITS.descriptionChars}
            </View>
          </View>
        </View>
        <View id="report-field-voice">
          <VoiceField voice={voice} wrong={faults.voice} signedIn={signedIn} />
        </View>
      </View>
      <View className="card col" id="report-field-category">
        <View className="t1">这是哪一类</View>
        <CategoryPicks
          chosen={draft.categoryCode}
          onChoose={(categoryCode) => write({ categoryCode }, 'category')}
        />
        <Wrong words={faults.category} />
      </View>
      <View className="card col" id="report-field-where">
        <WhereCard
          where={draft.where}
          wrong={faults.where}
          onChoose={(where, words) =>
            write(
              { where, ...(words && draft.placeNote === '' ? { placeNote: words } : {}) },
              'where',
              'placeNote',
            )
          }
        />
        {inWords ? <View className="t2">写一句在哪里</View> : null}
        <Input
          id="report-place-note"
          className="field"
          value={draft.placeNote}
          maxlength={LIMITS.placeNoteChars}
          placeholder={inWords ? '如：和悦街公交站旁' : '哪一层，哪个角'}
          aria-label={inWords ? '写一句在哪里' : '地方再说细一点'}
          onInput={(event) => write({ placeNote: event.detail.value }, 'placeNote')}
        />
        <Wrong words={faults.placeNote} />
      </View>
      <View className="note">
        <Icon name="eye-off" small />
        <View>邻居看不到是谁报的，处理的人能看到</View>
      </View>
      {roomForPhotos ? (
        <View className="t3 center">写的、拍的和说的都存在手机里，关掉也不会丢</View>
      ) : (
        <View className="note note-wait" aria-role="alert" role="alert">
          <Icon name="circle-alert" small />
          <View>手机存不下这些照片，关掉前请先提交</View>
        </View>
      )}
      {failed ? <View className="foot-room" /> : null}
      {asked ? (
        <NearSheet
          items={near.items}
          following={near.following}
          failure={near.failure}
          onFollow={near.follow}
          onGoOn={near.noneOfThese}
          onClose={near.close}
        />
      ) : null}
    </Screen>
  );
}
