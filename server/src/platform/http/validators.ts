import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Matches, type ValidationOptions } from 'class-validator';

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
