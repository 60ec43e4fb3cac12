import createClient from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { authorizedFetch } from './authorized-fetch';
import type { paths } from './contract';

/** Calls the API as whoever is signed in. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: authorizedFetch });

export const $api = createQueryClient(api);
