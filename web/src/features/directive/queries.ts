import { type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getObligations,
  type ListDirectivesParams,
  listDirectives,
  listNeeds,
  listOwnUnits,
  listSeries,
  listUnits,
} from '@/api';

/** Others move directives too: whoever looks sees it within half a minute. */
const FRESH_MS = 30_000;

export const ownUnitsQuery = queryOptions({ queryKey: ['directives', 'own-units'], queryFn: () => listOwnUnits() });
export const unitsQuery = queryOptions({ queryKey: ['units'], queryFn: () => listUnits() });
export const seriesQuery = queryOptions({ queryKey: ['series'], queryFn: () => listSeries() });

export const obligationsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['directives', 'obligations', unit],
    queryFn: () => getObligations(unit),
    refetchInterval: FRESH_MS,
  });

export const directivesQuery = (wanted: ListDirectivesParams) =>
  queryOptions({
    queryKey: ['directives', 'list', wanted],
    queryFn: () => listDirectives(wanted),
    refetchInterval: FRESH_MS,
  });

export const needsQuery = (meeting: string) =>
  queryOptions({ queryKey: ['directives', 'needs', meeting], queryFn: () => listNeeds({ meeting }) });

/** A step shows in every list. */
export async function refreshDirectives(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['directives'] });
}
