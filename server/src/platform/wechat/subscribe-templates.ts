import { SettingsError } from '../config/settings-error.js';
import { isTemplateField } from './template-fields.js';

/** What a field of a template is filled with. */
const SOURCES = ['title', 'body', 'kind', 'at'] as const;
export type TemplateSource = (typeof SOURCES)[number];

/** The templates we ask consent for, each for a group of kinds. */
export const TEMPLATE_KEYS = ['progress', 'confirm', 'work', 'notice'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

export interface SubscribeTemplate {
  key: TemplateKey;
  id: string;
  /** The field's own name, such as `thing2`, by what fills it. */
  fields: Partial<Record<TemplateSource, string>>;
}

const USUAL_FIELDS = 'title=thing1 body=thing2 at=time3';

/**
 * Reads `WECHAT_TEMPLATE_*`: the id alone, or `<id> title=thing1 body=thing2 kind=phrase3 at=time4`, since the same
 * template has other field names under every AppID.
 */
export function readTemplate(key: TemplateKey, variable: string, text: string): SubscribeTemplate {
  const [id = '', ...pairs] = text.split(/\s+/);
  if (!/^[\w-]{10,64}$/.test(id)) throw new SettingsError(`${variable} must begin with the template's id`);
  const fields: SubscribeTemplate['fields'] = {};
  for (const pair of pairs.length > 0 ? pairs : USUAL_FIELDS.split(' ')) {
    const [source = '', field = ''] = pair.split('=');
    if (!(SOURCES as readonly string[]).includes(source) || !isTemplateField(field)) {
      throw new SettingsError(
        `${variable}: ${pair} is not one of ${SOURCES.join(', ')} = a field such as thing1`,
      );
    }
    fields[source as TemplateSource] = field;
  }
  return { key, id, fields };
}
