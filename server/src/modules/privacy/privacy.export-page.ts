import type { GatheredExport } from './privacy.exports.js';

type Written = Pick<GatheredExport, 'at' | 'parts'>;

const STYLE = `body{font:16px/1.6 sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem;color:#1f2329}
h2{margin-top:2rem}dl{border-top:1px solid #ddd;padding-top:.5rem}dt{color:#4a515c}dd{margin:0 0 .5rem}`;

/** Everything as a page that opens in any browser, without scripts and without anything from elsewhere; a piece after the other. */
export async function* exportPage({ parts, at }: Written): AsyncGenerator<string> {
  yield `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>我的个人信息</title><style>${STYLE}</style>
<h1>我的个人信息</h1><p>导出时间 ${safe(said(at))}。里面是邻里共治存的关于您的全部信息，请自己收好。</p>
<p>翻到最后，写着「到这里就是全部」才是完整的一份。没有这句话，是下载中断了，请重新下载。</p>`;
  let all = 0;
  for await (const { title, pages } of parts) {
    let many = 0;
    for await (const items of pages) {
      if (many === 0) yield `<h2>${safe(title)}</h2>`;
      yield items.map(listOf).join('');
      many += items.length;
    }
    if (many > 0) yield `<p>${safe(title)}，共 ${many} 条。</p>`;
    all += many;
  }
  yield `<h2>到这里就是全部</h2><p>一共 ${all} 条。</p></html>`;
}

/** The same for programs. What was broken off is no JSON, and lacks its last word. */
export async function* exportJson({ parts, at }: Written): AsyncGenerator<string> {
  yield `{"at":${JSON.stringify(at)},"parts":[`;
  let first = true;
  for await (const { kind, title, pages } of parts) {
    let many = 0;
    for await (const items of pages) {
      if (many === 0)
        yield `${first ? '' : ','}\n{"kind":${JSON.stringify(kind)},"title":${JSON.stringify(title)},"items":[`;
      yield `${many === 0 ? '' : ','}\n${items.map((item) => JSON.stringify(item)).join(',\n')}`;
      many += items.length;
    }
    if (many === 0) continue;
    yield ']}';
    first = false;
  }
  yield '],\n"complete":true}\n';
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
