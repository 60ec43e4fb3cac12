import { View } from '@tarojs/components';
import { Icon } from './Icon';
import { pressable } from './pressable';
import { Sheet } from './Sheet';

export interface MoreWay {
  id: string;
  icon: string;
  title: string;
  /** What follows from it. */
  text: string;
  onTap: () => void;
}

/** The other things that may be done, behind one button. */
export function MoreSheet({ ways, onClose }: { ways: MoreWay[]; onClose: () => void }) {
  return (
    <Sheet id="more" title="还可以" closeWords="关上" onClose={onClose}>
      {ways.map(({ id, icon, title, text, onTap }) => (
        <View
          key={id}
          id={id}
          className="choice"
          aria-role="button"
          role="button"
          {...pressable(onTap)}
          onClick={onTap}
        >
          <Icon name={icon} />
          <View className="grow">
            <View className="t2">{title}</View>
            <View className="t3">{text}</View>
          </View>
          <Icon name="chevron-right" small />
        </View>
      ))}
    </Sheet>
  );
}
