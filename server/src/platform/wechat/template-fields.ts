/** What a template's field may hold, after the name WeChat gives it: `thing2` is a `thing`. */
const FREE_TEXT_CHARS: Record<string, number> = { thing: 20, short_thing: 5 };
const PATTERNS: Record<string, RegExp> = {
  phrase: /^[一-鿿]{1,5}$/,
  number: /^\d{1,32}(\.\d{1,10})?$/,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?([01]\d|2[0-3]):[0-5]\d$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日$/,
};
const ELLIPSIS = '…';
const OFFSET_MS = 8 * 3_600_000;

/** A value that no template could take: ours to mend, not the reader's, and not worth trying again. */
export class TemplateFieldFault extends Error {
  override name = 'TemplateFieldFault';
}

export function isTemplateField(name: string): boolean {
  const type = typeOf(name);
  return type in FREE_TEXT_CHARS || type in PATTERNS;
}

/** The value as the field takes it: free text is cut at a word, a moment is written out, anything else must fit. */
export function fieldValue(name: string, value: string | Date): string {
  const type = typeOf(name);
  const text = value instanceof Date ? momentFor(type, value) : value.replace(/\s+/g, ' ').trim();
  const chars = FREE_TEXT_CHARS[type];
  if (chars !== undefined) {
    if (text === '') throw new TemplateFieldFault(`字段 ${name} 是空的`);
    return cutAtAWord(text, chars);
  }
  if (!PATTERNS[type]?.test(text))
    throw new TemplateFieldFault(`字段 ${name} 放不下「${text.slice(0, 40)}」`);
  return text;
}

/** At most so many characters, counted as WeChat counts them; a number or a foreign word is not torn apart. */
function cutAtAWord(text: string, chars: number): string {
  if (text.length <= chars) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > chars - ELLIPSIS.length) break;
    kept += character;
  }
  if (/^[\w.-]/.test(text.slice(kept.length))) {
    const whole = kept.replace(/[\w.-]+$/, '');
    // One long word has to be torn after all.
    if (whole !== '') kept = whole;
  }
  return kept.trimEnd() + ELLIPSIS;
}

function momentFor(type: string, moment: Date): string {
  const then = new Date(moment.getTime() + OFFSET_MS);
  const date = `${then.getUTCFullYear()}年${then.getUTCMonth() + 1}月${then.getUTCDate()}日`;
  return type === 'date' ? date : `${date} ${then.toISOString().slice(11, 16)}`;
}

function typeOf(name: string): string {
  return name.replace(/\d+$/, '');
}
