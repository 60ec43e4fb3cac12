import {
  EMERGENCY_LABELS,
  EMERGENCY_NUMBERS,
  type Emergency,
  type EmergencyNumber,
  numbersFrom,
} from '@linli/shared';
import { View } from '@tarojs/components';
import { CallLink } from '../../../../components/CallLink';
import { Icon } from '../../../../components/Icon';

/** Whoever is in danger calls first and reports later: a quiet row, and a solid card once a report speaks of danger. */
export function DangerCard({ emergency }: { emergency: Emergency | null }) {
  if (emergency === null) {
    return (
      <View className="card danger-row" id="danger">
        <Icon name="phone" small />
        <View className="danger-ask">有人有危险？先打电话</View>
        <View className="danger-numbers">
          {EMERGENCY_NUMBERS.map((number) => (
            <Call key={number} number={number} look="danger-quiet" />
          ))}
        </View>
      </View>
    );
  }
  const [first, ...others] = numbersFrom(emergency.number);
  return (
    <View className="danger-now col" id="danger" aria-role="alert" role="alert">
      <View className="row-s">
        <Icon name="triangle-alert" />
        <View className="t1">有人有危险，先打电话</View>
      </View>
      <View>{emergency.advice}</View>
      {first ? <Call number={first} look="danger-first" words={EMERGENCY_LABELS[first]} /> : null}
      <View className="danger-numbers">
        {others.map((number) => (
          <Call key={number} number={number} look="danger-other" words={EMERGENCY_LABELS[number]} />
        ))}
      </View>
      <View className="danger-later">打完电话再报也不迟，写的都还在</View>
    </View>
  );
}

/** The first number again, at the thumb: whoever writes further down, in large letters, does not see the card above. */
export function CallFirst({ emergency }: { emergency: Emergency }) {
  const [first] = numbersFrom(emergency.number);
  return first ? (
    <Call number={first} look="danger-foot" words={EMERGENCY_LABELS[first]} id={`foot-call-${first}`} />
  ) : null;
}

interface CallProps {
  number: EmergencyNumber;
  look: string;
  words?: string;
  id?: string;
}

function Call({ number, look, words = '', id = `call-${number}` }: CallProps) {
  const label = `打 ${number}，${EMERGENCY_LABELS[number]}`;
  const shown = (
    <>
      {words ? <Icon name="phone" small /> : null}
      <View>{[number, words].filter(Boolean).join(' ')}</View>
    </>
  );
  return (
    <CallLink phone={number} id={id} label={label} className={`danger-call ${look}`}>
      {shown}
    </CallLink>
  );
}
