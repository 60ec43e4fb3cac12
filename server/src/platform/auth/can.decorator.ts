import type { Permission } from '@linli/shared';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

export const PERMISSION_KEY = 'linli:permission';

/** Marks the one permission a route asks for; it also stands in the OpenAPI document as `x-permission`. */
export const Can = (permission: Permission) =>
  applyDecorators(
    SetMetadata(PERMISSION_KEY, permission),
    ApiBearerAuth(),
    ApiExtension('x-permission', permission),
  );

/** Marks a route that needs no sign-in. A valid token is still read, so that a person sees more of what is theirs. */
export const Public = () =>
  applyDecorators(SetMetadata(PERMISSION_KEY, 'public'), ApiExtension('x-permission', 'public'));
