import { SetMetadata } from '@nestjs/common';

export const TOKEN_IGNORED_KEY = 'linli:token-ignored';

/** For routes whose proof is elsewhere (a code, a refresh token, a signature): a stale access token must not get in their way. */
export const TokenIgnored = () => SetMetadata(TOKEN_IGNORED_KEY, true);
