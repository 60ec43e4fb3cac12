import { View } from '@tarojs/components';
import { ICON_NAMES } from '../theme/icon-names';

/**
 * An icon of lucide's set in the colour of the words around it. `half` is our own half ring for what is in hand.
 * A name the set lacks (a new category's, say) is drawn as three dots rather than as a block.
 */
export function Icon({
  name,
  small = false,
  className = '',
}: {
  name: string;
  small?: boolean;
  className?: string;
}) {
  const shape = name === 'half' ? 'icon-half' : `icon-${ICON_NAMES.has(name) ? name : 'circle-ellipsis'}`;
  return <View className={`icon ${small ? 'icon-s' : ''} ${shape} ${className}`} aria-hidden />;
}
