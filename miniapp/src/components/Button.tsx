import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import { pressable } from './pressable';

export interface ButtonProps {
  children: ReactNode;
  onTap: () => void;
  /** The one thing to do on a screen is `solid`; everything else is soft or outlined. */
  kind?: 'solid' | 'soft' | 'outline' | 'plain';
  small?: boolean;
  stretch?: boolean;
  /** While it works a second tap does nothing; the words say what is happening. */
  busy?: boolean;
  icon?: string;
  id?: string;
  label?: string;
}

export function Button(props: ButtonProps) {
  const { kind = 'solid', small, stretch, busy = false, icon, id, label, children, onTap } = props;
  const classes = ['btn'];
  if (kind !== 'solid') classes.push(`btn-${kind}`);
  if (small) classes.push('btn-small');
  if (stretch) classes.push('btn-stretch');
  if (busy) classes.push('btn-busy');
  const press = () => {
    if (!busy) onTap();
  };
  return (
    <View
      className={classes.join(' ')}
      hoverClass={kind === 'solid' && !busy ? 'btn-pressed' : 'none'}
      aria-role="button"
      role="button"
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label, ariaLabel: label } : {})}
      {...pressable(press)}
      onClick={(event) => {
        event.stopPropagation();
        press();
      }}
    >
      {icon ? <Icon name={icon} small /> : null}
      {children}
    </View>
  );
}
