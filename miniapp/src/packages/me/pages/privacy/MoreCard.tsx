import { GUARDIAN_RELATION_LABELS } from '@linli/shared';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { goGuardian, goLeave, goMyDetails, goMyHomes } from '../../../../components/places';
import { dayWords } from '../../../../features/privacy/day-words';
import type { MyPrivacy } from '../../../../request/contract';

/** Putting right what is wrong, the guardian, and leaving. */
export function MoreCard({ mine }: { mine: MyPrivacy }) {
  return (
    <>
      {mine.awaitsGuardian ? (
        <View className="card col" id="awaits-guardian">
          <View className="t1">还要监护人同意</View>
          <View className="soft">未满 14 周岁，监护人用自己的手机号同意以后，就能报事了</View>
          <Button id="ask-guardian" onTap={goGuardian}>
            请监护人同意
          </Button>
        </View>
      ) : null}
      {mine.guardian ? (
        <View className="card col">
          <View className="t1">监护人的同意</View>
          <View className="soft">
            {dayWords(mine.guardian.givenAt)}，{GUARDIAN_RELATION_LABELS[mine.guardian.relation]}（
            {mine.guardian.maskedPhone}）
          </View>
        </View>
      ) : null}
      <View className="card col">
        <View className="t1">写错了，改一改</View>
        <View className="row wrap">
          <Button kind="soft" small id="my-details" onTap={goMyDetails}>
            姓名和手机号
          </Button>
          <Button kind="soft" small id="privacy-homes" onTap={goMyHomes}>
            我家
          </Button>
        </View>
        <View className="t3">住房登记错了，请社区的人改</View>
      </View>
      {mine.erasure ? null : (
        <View className="card col">
          <View className="t1">不用了</View>
          <View className="soft">
            注销以后，登录方式和手机号都删掉；报过的事和住户登记留着，上面没有您的名字。业主名册由社区保管
          </View>
          <Button kind="plain" small id="leave" onTap={goLeave}>
            注销账号
          </Button>
        </View>
      )}
    </>
  );
}
