import { ORGANISATION_KIND_LABELS } from '@linli/shared';
import { View } from '@tarojs/components';
import { pressable } from '../../components/pressable';
import type { Organisation } from '../../request/contract';

interface Props {
  organisations: Organisation[];
  /** Departments come first where several work together, the others where one helps. */
  departmentsFirst?: boolean;
  /** Several may be chosen. */
  several?: boolean;
  chosen: string[];
  /** Who is at it already; an organisation has one task at a time. */
  busyNames: string[];
  onToggle: (id: string) => void;
}

/** Who can be asked, each with what it is. Those in which nobody is come last, say so and cannot be chosen. */
export function OrganisationPicks(props: Props) {
  const { organisations, departmentsFirst = false, several = false, chosen, busyNames, onToggle } = props;
  const free = organisations.filter(({ name }) => !busyNames.includes(name));
  const rank = ({ kind, hasPeople }: Organisation) => {
    if (!hasPeople) return 2;
    return (kind === 'department') === departmentsFirst ? 0 : 1;
  };
  const sorted = [...free].sort((a, b) => rank(a) - rank(b));
  if (sorted.length === 0) return <View className="soft">没有可以请的单位，请社区先登记</View>;
  const role = several ? 'checkbox' : 'radio';
  return (
    <View className="pick-row" id="organisations">
      {sorted.map(({ id, name, kind, hasPeople }) => {
        if (!hasPeople) {
          return (
            <View key={id} className="pick pick-empty">
              {name} · 还没有人
            </View>
          );
        }
        const on = chosen.includes(id);
        const toggle = () => onToggle(id);
        return (
          <View
            key={id}
            className={`pick ${on ? 'pick-on' : ''}`}
            aria-role={role}
            role={role}
            aria-checked={on}
            aria-label={`${name}，${ORGANISATION_KIND_LABELS[kind]}`}
            ariaLabel={`${name}，${ORGANISATION_KIND_LABELS[kind]}`}
            {...pressable(toggle)}
            onClick={toggle}
          >
            {name}
          </View>
        );
      })}
    </View>
  );
}
