import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../../components/Icon';
import { pressable } from '../../components/pressable';

interface Props {
  id: string;
  icon: string;
  words: string;
  onTap: () => void;
  /** Beside the words: a count, say. */
  children?: ReactNode;
}

/** One row that leads to a screen. */
export function SettingLink({ id, icon, words, onTap, children }: Props) {
  return (
    <View className="setting" id={id} aria-role="link" role="link" {...pressable(onTap)} onClick={onTap}>
      <View className="row">
        <Icon name={icon} />
        <View className="t2">{words}</View>
      </View>
      <View className="row-s">
        {children}
        <Icon name="chevron-right" small />
      </View>
    </View>
  );
}
