import { ORGANISATION_KIND_LABELS } from '@linli/shared';
import type { Organisation } from '../api/contract';

/** Who can be asked. Those in which nobody is stand last and say so; nothing that is given to them would reach anybody. */
export function organisationOptions(
  organisations: readonly Organisation[],
  busyNames: readonly string[] = [],
) {
  const there = organisations.filter(({ hasPeople }) => hasPeople);
  const empty = organisations.filter(({ hasPeople }) => !hasPeople);
  return [...there, ...empty].map(({ id, name, kind, hasPeople }) => {
    const busy = busyNames.includes(name);
    const standing = hasPeople ? ORGANISATION_KIND_LABELS[kind] : '还没有人';
    return { value: id, label: `${name} · ${busy ? '正在办' : standing}`, disabled: busy || !hasPeople };
  });
}
