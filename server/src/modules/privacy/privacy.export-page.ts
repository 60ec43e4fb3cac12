import type { GatheredPart } from './privacy.exports.js';

const STYLE = `body{font:16px/1.6 sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem;color:#1f2329}
h2{margin-top:2rem}dl{border-top:1px solid #ddd;padding-top:.5rem}dt{color:#4a515c}dd{margin:0 0 .5rem}`;

/** Everything as a page that opens in any browser, without scripts and without anything from elsewhere. */
export function exportPage(parts: readonly GatheredPart[], at: Date): string {
  const body = parts.map(({ title, items, total }) => {
    const list = items.map((item) => {
      const fields = Object.entries(item).filter(([, value]) => value !== null && value !== undefined);
      return `<dl>${fields.map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(said(value))}</dd>`).join('')}</dl>`;
    });
    return `<h2>${safe(title)}（${items.length} 条${total === undefined ? '' : `，一共 ${total} 条，其余的请向社区要`}）</h2>${list.join('')}`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>我的个人信息</title><style>${STYLE}</style>
<h1>我的个人信息</h1><p>导出时间 ${safe(said(at))}。里面是邻里共治存的关于您的${parts.some(({ total }) => total !== undefined) ? '信息，太多的只列出一部分' : '全部信息'}，请自己收好。</p>${body.join('\n')}</html>`;
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
