import { View } from '@tarojs/components';

/** An icon of lucide's set in the colour of the words around it. `half` is our own half ring for what is in hand. */
export function Icon({ name, small = false, className = '' }: { name: string; small?: boolean; className?: string }) {
  const shape = name === 'half' ? 'icon-half' : `icon-${name}`;
  return <View className={`icon ${small ? 'icon-s' : ''} ${shape} ${className}`} aria-hidden />;
}
