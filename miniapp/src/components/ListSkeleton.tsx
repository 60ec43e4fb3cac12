import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

const PATIENCE_MS = 300;

/** Grey rows as high as the real ones; they come only when the answer takes longer than a glance. */
export function ListSkeleton({ rows = 3, words }: { rows?: number; words: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <View className="card col" aria-label={words} ariaLabel={words}>
      {Array.from({ length: rows }, (_, i) => (
        // The rows are all alike and never move.
        <View className="row" key={`row-${i + 1}`}>
          <View className="skeleton skeleton-photo" />
          <View className="grow col-s">
            <View className="skeleton" />
            <View className="skeleton skeleton-short" />
          </View>
        </View>
      ))}
      <View className="t3 center">{words}</View>
    </View>
  );
}
