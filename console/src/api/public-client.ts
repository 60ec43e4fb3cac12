import createClient from 'openapi-fetch';
import type { paths } from './contract';

/** Calls the API as nobody: signing in and renewing must not depend on an old session. */
export const publicApi = createClient<paths>({ baseUrl: location.origin });
