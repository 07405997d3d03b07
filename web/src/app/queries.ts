import { queryOptions } from '@tanstack/react-query';
import { type City, city, me } from '@/api';
import { known } from '@/api/known.ts';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => me(), staleTime: 60_000 });
export const cityQuery = queryOptions({
  queryKey: ['city'],
  queryFn: () => city(),
  // The citizens' pages bring it, so that nothing of the head comes later and moves the rest.
  initialData: () => known<City>('city') ?? undefined,
  staleTime: Number.POSITIVE_INFINITY,
});
