import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The icons the screens use, by lucide's names. Add one here and run `pnpm icons`. */
const names = [
  'arrow-up-from-line',
  'badge-check',
  'building-2',
  'calendar-check',
  'calendar-clock',
  'camera',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'circle-alert',
  'circle-check',
  'circle-user-round',
  'clock',
  'cloud-off',
  'eye',
  'eye-off',
  'git-merge',
  'house',
  'image',
  'inbox',
  'info',
  'list-todo',
  'locate-fixed',
  'monitor',
  'log-out',
  'map-pin',
  'map-pin-x',
  'megaphone',
  'pause',
  'pencil',
  'phone',
  'refresh-cw',
  'rotate-ccw',
  'search',
  'search-x',
  'shield-check',
  'smartphone',
  'star',
  'triangle-alert',
  'user-round',
  'users-round',
  'x',
  'share-2',
  'a-large-small',
  'message-circle',
  'ellipsis',
  'lightbulb',
  'trash-2',
  'wrench',
  'flame',
  'volume-2',
  'bike',
  'trees',
  'droplets',
  'shield-alert',
  'circle-ellipsis',
  'dumbbell',
  'car',
  'construction',
  'door-open',
  'package',
  'hand-heart',
  'handshake',
  'thumbs-up',
  'map',
  'sparkles',
  'list',
  'circle',
  'bell',
  'bell-off',
  'check-check',
  'settings',
  'mic',
  'play',
  'square',
];

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('lucide-static/package.json')), 'icons');
const rules = [];
for (const name of names) {
  let svg;
  try {
    svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
  } catch {
    console.error(`lucide has no icon called ${name}`);
    continue;
  }
  const small = svg
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s*class="[^"]*"/g, '')
    .replace('stroke="currentColor"', 'stroke="#000"')
    .replace('stroke-width="2"', 'stroke-width="1.75"')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim();
  rules.push(
    `.icon-${name}{--icon-shape:url("data:image/svg+xml,${encodeURIComponent(small).replace(/%20/g, ' ').replace(/%3D/g, '=').replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%22/g, "'")}")}`,
  );
}
writeFileSync(
  join(import.meta.dirname, '../src/theme/icons.css'),
  `/* Made by config/make-icons.mjs from lucide (ISC licence). Do not edit. */\n${rules.join('\n')}\n`,
);
writeFileSync(
  join(import.meta.dirname, '../src/theme/icon-names.ts'),
  `/** Made by config/make-icons.mjs. Do not edit. */\nexport const ICON_NAMES = new Set(\n  '${names.join(' ')}'.split(' '),\n);\n`,
);
