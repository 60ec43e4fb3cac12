import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FieldError } from './problem.js';
import { requestInvalid } from './request.errors.js';

/** What to say for each of class-validator's checks when the DTO says nothing itself. `n` is the number in its own message. */
const SENTENCES: Record<string, (n: string) => string> = {
  isNotEmpty: () => '这一项要填',
  isDefined: () => '这一项要填',
  isString: () => '这一项要是文字',
  isInt: () => '这一项要是整数',
  isNumber: () => '这一项要是数字',
  isBoolean: () => '这一项只能选是或否',
  isArray: () => '这一项要是一个列表',
  isObject: () => '这一项的格式不对',
  nestedValidation: () => '这一项的格式不对',
  isIn: () => '没有这个选项',
  isEnum: () => '没有这个选项',
  isDateString: () => '时间的格式不对',
  isIso8601: () => '时间的格式不对',
  isLongitude: () => '经度不对',
  isLatitude: () => '纬度不对',
  min: (n) => `不能小于 ${n}`,
  max: (n) => `不能大于 ${n}`,
  minLength: (n) => `至少 ${n} 个字`,
  maxLength: (n) => `最多 ${n} 个字`,
  arrayMinSize: (n) => `至少 ${n} 个`,
  arrayMaxSize: (n) => `最多 ${n} 个`,
  arrayUnique: () => '有重复的',
  whitelistValidation: () => '不认识这一项',
  unknownValue: () => '提交的内容读不懂',
};

/** The first complaint of each field, in Chinese, by its path (`location.lng`). */
function fieldErrorsOf(errors: ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.entries(error.constraints ?? {});
    const inner = fieldErrorsOf(error.children ?? [], field);
    const first = own[0];
    return first === undefined ? inner : [{ field, message: sentenceFor(first[0], first[1]) }, ...inner];
  });
}

function sentenceFor(constraint: string, message: string): string {
  if (/[一-鿿]/.test(message)) return message;
  const number = /-?\d+(\.\d+)?/.exec(message)?.[0] ?? '';
  return SENTENCES[constraint]?.(number) ?? '这一项没填对';
}

/**
 * What is asked of a class never changes once it is declared, yet class-validator looks through all classes there are each
 * time it meets one. Its answers without a schema and groups, which we never use, are remembered.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  const look = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof look>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups?.length)
      return look(target, schema, always, strictGroups, groups);
    const before = known.get(target);
    if (before !== undefined) return before;
    const rules = look(target, schema, always, strictGroups, groups);
    known.set(target, rules);
    return rules;
  };
}

/** Refuses what the DTO does not name, turns query text into the DTO's types. */
export function validationPipe(): ValidationPipe {
  rememberRules();
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => requestInvalid(undefined, fieldErrorsOf(errors)),
  });
}
