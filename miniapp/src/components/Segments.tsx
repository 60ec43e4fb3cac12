import { View } from '@tarojs/components';
import { pressable } from './pressable';

interface Props<T extends string> {
  /** Each segment is `<id>-<key>`. */
  id: string;
  /** In the order in which they stand. */
  labels: Partial<Record<T, string>>;
  chosen: T;
  onChoose: (key: T) => void;
}

/** A few lists of which one is shown. */
export function Segments<T extends string>({ id, labels, chosen, onChoose }: Props<T>) {
  return (
    <View className="segments" aria-role="tablist" role="tablist">
      {(Object.keys(labels) as T[]).map((key) => (
        <View
          key={key}
          id={`${id}-${key}`}
          className={`segment ${key === chosen ? 'segment-on' : ''}`}
          aria-role="tab"
          role="tab"
          aria-selected={key === chosen}
          {...pressable(() => onChoose(key))}
          onClick={() => onChoose(key)}
        >
          {labels[key]}
        </View>
      ))}
    </View>
  );
}
