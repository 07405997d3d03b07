import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { asProblem } from '@/api';
import { makeRouter } from './router.tsx';

function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal will not change by asking again; a lost connection may.
        retry: (count, error) => count < 2 && (asProblem(error).status === 0 || asProblem(error).status >= 500),
        networkMode: 'always',
        // A result is often read by a part of the page that is not there yet: whoever asked draws anew for all of it.
        notifyOnChangeProps: 'all',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export function App(): ReactNode {
  const [queries] = useState(makeQueries);
  const [router] = useState(makeRouter);
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
