import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';

export interface StatePanelProps {
  icon: string;
  title: string;
  text?: string;
  action?: { words: string; onTap: () => void; icon?: string };
  children?: ReactNode;
}

/** What a screen says when it has nothing else to show: empty, failed, not allowed. */
export function StatePanel({ icon, title, text, action, children }: StatePanelProps) {
  return (
    <View className="state">
      <Icon name={icon} className="state-icon" />
      <View className="t1">{title}</View>
      {text ? <View className="soft">{text}</View> : null}
      {action ? (
        <Button onTap={action.onTap} {...(action.icon ? { icon: action.icon } : {})}>
          {action.words}
        </Button>
      ) : null}
      {children}
    </View>
  );
}
