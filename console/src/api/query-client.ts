import { QueryClient } from '@tanstack/react-query';
import { asProblem, isPassing } from './problem';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only what may pass by itself is tried again.
      retry: (times, error) => times < 2 && isPassing(asProblem(error)),
    },
    mutations: {
      // A tap made without a network must fail before the person's eyes, not happen minutes later.
      networkMode: 'always',
      retry: (times, error) => times < 2 && isPassing(asProblem(error)),
    },
  },
});
