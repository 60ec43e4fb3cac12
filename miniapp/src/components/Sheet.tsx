import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import { pressable } from './pressable';

interface Props {
  /** The sheet is `<id>-sheet`, its way out `<id>-close`. */
  id: string;
  title: string;
  /** What leaving without doing anything is called, for who cannot see the cross. */
  closeWords: string;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet over the lower part of the screen; a tap beside it or on the cross closes it. */
export function Sheet({ id, title, closeWords, onClose, children }: Props) {
  return (
    <View className="sheet-layer" id={`${id}-sheet`}>
      <View className="sheet-scrim" onClick={onClose} />
      <View className="sheet col" aria-role="dialog" role="dialog" aria-label={title} ariaLabel={title}>
        <View className="row between">
          <View className="t1">{title}</View>
          <View
            className="sheet-close"
            id={`${id}-close`}
            aria-role="button"
            role="button"
            aria-label={closeWords}
            ariaLabel={closeWords}
            {...pressable(onClose)}
            onClick={onClose}
          >
            <Icon name="x" />
          </View>
        </View>
        {children}
      </View>
    </View>
  );
}
