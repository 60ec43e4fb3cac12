import type { ExportPart } from '../identity/index.js';
import type { GatheredExport } from './privacy.exports.js';

const STYLE = `body{font:16px/1.6 sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem;color:#1f2329}
h2{margin-top:2rem}dl{border-top:1px solid #ddd;padding-top:.5rem}dt{color:#4a515c}dd{margin:0 0 .5rem}`;
/** As many items as are written at once: whoever has much keeps nobody else waiting. */
const AT_ONCE = 200;

/** Everything as a page that opens in any browser, without scripts and without anything from elsewhere; a piece after the other. */
export function* exportPage({ parts, at }: GatheredExport): Generator<string> {
  yield `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>我的个人信息</title><style>${STYLE}</style>
<h1>我的个人信息</h1><p>导出时间 ${safe(said(at))}。里面是邻里共治存的关于您的全部信息，请自己收好。</p>`;
  for (const { title, items } of parts) {
    yield `<h2>${safe(title)}（${items.length} 条）</h2>`;
    for (const some of handfuls(items)) yield some.map(listOf).join('');
  }
  yield '</html>';
}

/** The same for programs. */
export function* exportJson({ parts, at }: GatheredExport): Generator<string> {
  yield `{"at":${JSON.stringify(at)},"parts":[`;
  for (const [index, { kind, title, items }] of parts.entries()) {
    yield `${index === 0 ? '' : ','}\n{"kind":${JSON.stringify(kind)},"title":${JSON.stringify(title)},"items":[`;
    let first = true;
    for (const some of handfuls(items)) {
      yield `${first ? '' : ','}\n${some.map((item) => JSON.stringify(item)).join(',\n')}`;
      first = false;
    }
    yield ']}';
  }
  yield ']}\n';
}

function* handfuls(items: ExportPart['items']): Generator<ExportPart['items']> {
  for (let at = 0; at < items.length; at += AT_ONCE) yield items.slice(at, at + AT_ONCE);
}

function listOf(item: Record<string, unknown>): string {
  const fields = Object.entries(item).filter(([, value]) => value !== null && value !== undefined);
  return `<dl>${fields.map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(said(value))}</dd>`).join('')}</dl>`;
}

function said(value: unknown): string {
  if (value instanceof Date)
    return `${new Date(value.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')}（北京时间）`;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
