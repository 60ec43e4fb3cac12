import { phoneWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { CallLink } from '../../components/CallLink';
import { Icon } from '../../components/Icon';
import type { WorkerCard } from '../../request/contract';

/** Who serves this place, each with a way to call where they agreed, and the community's own number. */
export function WorkerLines({ card }: { card: Pick<WorkerCard, 'workers' | 'dutyPhone'> }) {
  const { workers, dutyPhone } = card;
  const callable = workers.some(({ phone }) => phone !== null);
  return (
    <>
      {workers.map(({ name, roleLabel, phone }, i) => (
        // The order is that of their appointments; two may have one name.
        <View className="worker" key={`${i + 1}-${name}`}>
          <View className="row grow">
            <View className="face worker-face">
              <Icon name="user-round" />
            </View>
            <View className="grow">
              <View className="t2">{name}</View>
              <View className="t3">{roleLabel}</View>
            </View>
          </View>
          {phone ? (
            <Call id={`call-worker-${i + 1}`} phone={phone} words="打电话" label={`打给${name}`} />
          ) : null}
        </View>
      ))}
      {dutyPhone ? (
        <View className="worker">
          <View className="row grow">
            <View className="face worker-face">
              <Icon name="building-2" />
            </View>
            <View className="grow">
              <View className="t2">社区值班电话</View>
              <View className="t3">{phoneWords(dutyPhone)}</View>
            </View>
          </View>
          <Call
            id="call-duty"
            phone={dutyPhone}
            words={callable ? '打社区' : '打电话'}
            label="打社区值班电话"
          />
        </View>
      ) : null}
    </>
  );
}

function Call({ id, phone, words, label }: { id: string; phone: string; words: string; label: string }) {
  return (
    <CallLink
      id={id}
      phone={phone}
      label={`${label}，${phoneWords(phone)}`}
      className="btn btn-soft btn-small worker-call"
    >
      <Icon name="phone" small />
      <View>{words}</View>
    </CallLink>
  );
}
