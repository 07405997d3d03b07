import { queryOptions } from '@tanstack/react-query';
import { type DueReport, listMyReports, listReminders, listReportTemplates, openReport } from '@/api';

export const dueQuery = queryOptions({ queryKey: ['reports', 'mine'], queryFn: () => listMyReports() });

export const templatesQuery = queryOptions({
  queryKey: ['report-templates'],
  queryFn: () => listReportTemplates(),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Kept fresh for those who run the series; nobody else sees any. */
export const remindersQuery = (series: string, date: string) =>
  queryOptions({
    queryKey: ['reminders', series, date],
    queryFn: () => listReminders(series, { date }),
    refetchInterval: (query) => (query.state.data?.mayRemind ? 15_000 : false),
  });

/** Opened once; from then on the model follows it. */
export const openedQuery = (due: DueReport) =>
  queryOptions({
    queryKey: ['reports', due.seriesId, due.date, due.cutOff, due.unitId],
    queryFn: () => openReport(due.seriesId, { date: due.date, cutOff: due.cutOff, unitId: due.unitId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
