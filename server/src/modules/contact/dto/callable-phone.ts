import { CALLABLE_PHONE_WORDS, callablePhone } from '@linli/shared';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, ValidateIf } from 'class-validator';

/** A number that can be called, taken as it is written and kept as its digits; or null. */
export function CallablePhone(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, nullable: true }),
    // What is no number becomes something that is no text either, for the validator to refuse in words.
    Transform(({ value }) => (typeof value === 'string' ? (callablePhone(value) ?? false) : value)),
    ValidateIf((_, value) => value !== null),
    IsString({ message: CALLABLE_PHONE_WORDS }),
  );
}
