import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { listPhases, listSeries, listSeriesDays } from '@/api';

export const seriesQuery = queryOptions({ queryKey: ['series'], queryFn: () => listSeries() });

export const phasesQuery = (series: string) =>
  queryOptions({ queryKey: ['phases', series], queryFn: () => listPhases(series) });

export const daysQuery = (series: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['series-days', series, from, to],
    queryFn: () => listSeriesDays(series, { from, to }),
  });

/** After a phase or a day has changed: names, days and meetings may all be others. */
export async function refreshSeries(queries: QueryClient): Promise<void> {
  await Promise.all(
    ['series', 'phases', 'series-days', 'meetings'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
  );
}

/** After a holiday came or went: days of every series may be others. */
export async function refreshHolidays(queries: QueryClient): Promise<void> {
  await Promise.all([queries.invalidateQueries({ queryKey: ['holidays'] }), refreshSeries(queries)]);
}
