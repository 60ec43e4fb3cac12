import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { useCategories } from '../../../../features/incident/hooks';

/** One kind out of a few, each a word with its own drawing. */
export function CategoryPicks({
  chosen,
  onChoose,
}: {
  chosen: string | null;
  onChoose: (code: string) => void;
}) {
  const { data, query } = useCategories();
  if (!data) {
    return query.isError ? (
      <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
        类别没取到，再试一次
      </Button>
    ) : (
      <View className="skeleton" />
    );
  }
  return (
    <View className="picks" aria-role="radiogroup" role="radiogroup">
      {data.items.map(({ code, label, icon }) => (
        <View
          key={code}
          id={`category-${code}`}
          className={`pick ${code === chosen ? 'pick-on' : ''}`}
          aria-role="radio"
          role="radio"
          aria-checked={code === chosen}
          onClick={() => onChoose(code)}
        >
          <Icon name={icon} small />
          <View>{label}</View>
        </View>
      ))}
    </View>
  );
}
