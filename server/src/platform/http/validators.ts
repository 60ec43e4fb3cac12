import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, isISO8601, Matches, ValidateBy, type ValidationOptions } from 'class-validator';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuidV7(value: unknown): value is string {
  return typeof value === 'string' && UUID_V7.test(value);
}

/** A UUIDv7 in lower case, made by whoever creates the thing. `{ each: true }` for a list. */
export function IsUuidV7(options: ValidationOptions = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty(options.each ? { type: [String], format: 'uuid' } : { type: String, format: 'uuid' }),
    Matches(UUID_V7, { message: '编号的格式不对', ...options }),
  );
}

/** Cuts the spaces around a text and leaves anything else for the validators to refuse. */
export const Trimmed = () => Transform(({ value }) => (typeof value === 'string' ? value.trim() : value));

/** What need not be sent: null says the same as nothing at all, and no code after this one meets it. */
export const MayBeAbsent = () =>
  applyDecorators(
    Transform(({ value }) => value ?? undefined),
    IsOptional(),
  );

/** The standard knows weeks, days of the year and bare dates too, none of which is a moment to everybody alike. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const YEARS = { first: 2000, last: 2999 };

export function isMoment(value: unknown): boolean {
  if (typeof value !== 'string' || !MOMENT.test(value)) return false;
  // The year twelve thousand and the thirtieth of February are not for a database.
  const year = new Date(value).getUTCFullYear();
  return (
    isISO8601(value, { strict: true, strictSeparator: true }) && year >= YEARS.first && year <= YEARS.last
  );
}

/** A date with a time and the zone it is told in, as `toISOString` writes it. */
export function IsMoment(message: string): PropertyDecorator {
  return ValidateBy({ name: 'isMoment', validator: { validate: isMoment } }, { message });
}
