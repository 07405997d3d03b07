import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { getReportCatalogue, type ReportCatalogue } from '@/api';

export const catalogueQuery = queryOptions({
  queryKey: ['report-catalogue'],
  queryFn: () => getReportCatalogue(),
});

/** After a change: what the server answered is shown, and forms ask anew what they ask. */
export async function refreshCatalogue(queries: QueryClient, now: ReportCatalogue): Promise<void> {
  queries.setQueryData(catalogueQuery.queryKey, now);
  await queries.invalidateQueries({ queryKey: ['report-templates'] });
}
