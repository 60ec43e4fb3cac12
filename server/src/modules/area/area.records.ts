import type { KeptRows } from '../identity/index.js';

const OF_MAPS = { keptFor: '长期保存，注销后不带姓名', basis: '地图和二维码要能查到由谁改动' };

/** Who drew and printed. Areas stand beneath people, so that identity, which knows both, keeps these rows. */
export const areaPersonRows: readonly KeptRows[] = [
  {
    ...{ kind: 'area.map_edit', title: '改过的社区地图', ...OF_MAPS },
    ...{ table: 'map_edit', column: 'actor_person_id', name: 'actor_name' },
    ...{ items: 'version as 版本, at as 时间', order: 'at, id' },
  },
  {
    ...{ kind: 'area.place', title: '做的二维码', ...OF_MAPS },
    ...{ table: 'place', column: 'created_by_id' },
    ...{ items: 'label as 地点, created_at as 时间', order: 'created_at, id' },
  },
  {
    ...{ kind: 'area.place_revoked', title: '停用的二维码', ...OF_MAPS },
    ...{ table: 'place', column: 'revoked_by_id' },
    ...{ items: 'label as 地点, revoked_at as 时间', order: 'revoked_at, id' },
  },
];
