import { momentWords } from '@linli/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '../../../../components/Icon';
import { pressable } from '../../../../components/pressable';
import type { InboxMessage } from '../../../../request/contract';
import { iconOf } from './kind-icon';

interface Props {
  message: InboxMessage;
  nowMs: number;
  leads: boolean;
  place: string;
  onOpen: () => void;
}

/** One message. What has not been read carries a dot, stronger words and says so. */
export function MessageRow({ message, nowMs, leads, place, onOpen }: Props) {
  const unread = message.readAt === null;
  return (
    <View
      className={`list-item row message ${place}`}
      id={`message-${message.id}`}
      aria-role={leads ? 'link' : 'button'}
      role={leads ? 'link' : 'button'}
      {...pressable(onOpen)}
      onClick={onOpen}
    >
      <View className={`message-mark ${unread ? 'message-mark-unread' : ''}`}>
        <Icon name={iconOf(message.kind)} />
      </View>
      <View className="grow col-s">
        <View className="row between message-title">
          <View className={`grow ${unread ? 't2' : ''}`}>{message.title}</View>
          {leads ? <Icon name="chevron-right" small /> : null}
        </View>
        <View className="soft">
          {piecesOf(message.body).map(({ words, whole, at }) => (
            <Text key={at} className={whole ? 'message-whole' : ''}>
              {words}
            </Text>
          ))}
        </View>
        <View className="row-s wrap t3">
          {unread ? <View className="message-unread">没看</View> : null}
          <View>{momentWords(message.at, nowMs)}</View>
        </View>
      </View>
    </View>
  );
}

/** A case's number or a weekday in brackets stays in one piece: half of it on the next line is hard to read. */
function piecesOf(body: string): { words: string; whole: boolean; at: number }[] {
  let at = 0;
  return body.split(/(（[^（）]{1,12}）)/).map((words) => {
    const piece = { words, whole: /^（[^（）]{1,12}）$/.test(words), at };
    at += words.length;
    return piece;
  });
}
