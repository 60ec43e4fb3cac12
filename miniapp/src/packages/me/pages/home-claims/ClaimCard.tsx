import { type ClaimProof, LIMITS, momentWords, phoneWords } from '@linli/shared';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { CallLink } from '../../../../components/CallLink';
import { Icon } from '../../../../components/Icon';
import { useNow } from '../../../../components/useNow';
import { WordsSheet } from '../../../../components/WordsSheet';
import { Wrong } from '../../../../components/Wrong';
import { dropDraft } from '../../../../features/draft/kept-draft';
import { useClaimantPhone, useMemberAct } from '../../../../features/household/hooks';
import type { MemberLine } from '../../../../request/contract';
import { sentence } from '../../../../request/refusal';

const PROOF_LOOK: Record<ClaimProof, { tone: string; icon: string }> = {
  phone: { tone: 'done', icon: 'circle-check' },
  phone_alone: { tone: 'doing', icon: 'half' },
  name: { tone: 'doing', icon: 'half' },
  none: { tone: 'rest', icon: 'info' },
};

/** One claim: who, where, as what, and what speaks for it. */
export function ClaimCard({ claim }: { claim: MemberLine }) {
  const act = useMemberAct();
  const now = useNow();
  const [refusing, setRefusing] = useState(false);
  const { tone, icon } = PROOF_LOOK[claim.proof];
  const draftKey = `refuse-claim.${claim.id}`;
  return (
    <View className="card col" id={`claim-${claim.id}`}>
      <View className="row between wrap">
        <View className="t1">{claim.name}</View>
        <View className="t3">{momentWords(claim.claimedAt, now)}</View>
      </View>
      <View>{claim.homeLabel}</View>
      <View className="row-s wrap">
        <View className="tag">{claim.relationLabel}</View>
        <View className="tag">{claim.livesHere ? '住在这里' : '不住这里'}</View>
        <View className={`chip chip-${tone}`}>
          <Icon name={icon} />
          <View>{claim.proofLabel}</View>
        </View>
      </View>
      <Claimant claim={claim} />
      {act.isError && !refusing ? <Wrong words={sentence(act.error)} /> : null}
      <View className="foot-row">
        <Button
          kind="outline"
          small
          stretch
          id={`refuse-${claim.id}`}
          label={`不通过${claim.name}的认领`}
          onTap={() => setRefusing(true)}
        >
          不通过
        </Button>
        <Button
          kind="soft"
          small
          stretch
          id={`confirm-${claim.id}`}
          label={`确认${claim.name}住在这里`}
          busy={act.isPending}
          onTap={() =>
            act.mutate(
              { id: claim.id, act: 'confirm' },
              { onSuccess: () => void Taro.showToast({ title: '确认好了', icon: 'none' }) },
            )
          }
        >
          是这户的人
        </Button>
      </View>
      {refusing ? (
        <WordsSheet
          id="refuse"
          draftKey={draftKey}
          title="为什么不通过"
          explain="对方会看到您写的原因。"
          placeholder="如 请带租房合同到社区看一下"
          needed="请写一下原因"
          maxChars={LIMITS.householdReasonChars}
          send="告诉对方没有通过"
          busy={act.isPending}
          failure={act.isError ? sentence(act.error) : undefined}
          onSend={(reason) =>
            act.mutate(
              { id: claim.id, act: 'refuse', body: { reason } },
              {
                onSuccess: () => {
                  dropDraft(draftKey);
                  setRefusing(false);
                },
              },
            )
          }
          onClose={() => setRefusing(false)}
        />
      ) : null}
    </View>
  );
}

/** Whoever decides may have to ask. The whole number comes when it is asked for, and calling is the next tap. */
function Claimant({ claim: { id, name, maskedPhone } }: { claim: MemberLine }) {
  const asked = useClaimantPhone(id);
  if (maskedPhone === null) return <View className="t3">没有留手机号</View>;
  const phone = asked.data?.phone;
  return (
    <>
      <View className="row between wrap">
        <View className="t3">{phone === undefined ? `手机 ${maskedPhone}` : '您看过号码，已经记下'}</View>
        {phone === undefined ? (
          <Button
            kind="outline"
            small
            icon="phone"
            id={`ask-phone-${id}`}
            label={`看${name}的手机号，看过会记下来`}
            busy={asked.isPending}
            onTap={() => asked.mutate()}
          >
            看号码
          </Button>
        ) : (
          <CallLink
            id={`call-${id}`}
            phone={phone}
            label={`打给${name}，${phoneWords(phone)}`}
            className="btn btn-soft btn-small"
          >
            <Icon name="phone" small />
            <View>{`打 ${phoneWords(phone)}`}</View>
          </CallLink>
        )}
      </View>
      {asked.isError ? <Wrong words={sentence(asked.error)} /> : null}
    </>
  );
}
