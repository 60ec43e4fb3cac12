import { QueryClient } from '@tanstack/react-query';
import { Refusal } from './refusal';

/** One client for all screens. What was seen stays on screen while it is asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 2 && error instanceof Refusal && error.problem.status >= 500,
      retryDelay: (attempt) => 600 * 2 ** attempt,
      staleTime: 5_000,
      gcTime: 10 * 60_000,
      // WeChat gives no reliable online events to the library: each request finds out by itself.
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
