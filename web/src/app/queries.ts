import { queryOptions } from '@tanstack/react-query';
import { city, me } from '@/api';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => me(), staleTime: 60_000 });
export const cityQuery = queryOptions({
  queryKey: ['city'],
  queryFn: () => city(),
  staleTime: Number.POSITIVE_INFINITY,
});
