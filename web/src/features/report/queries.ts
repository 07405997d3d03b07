import { queryOptions } from '@tanstack/react-query';
import { type DueReport, listMyReports, listReportTemplates, openReport } from '@/api';

export const dueQuery = queryOptions({ queryKey: ['reports', 'mine'], queryFn: () => listMyReports() });

export const templatesQuery = queryOptions({
  queryKey: ['report-templates'],
  queryFn: () => listReportTemplates(),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Opened once; from then on the model follows it. */
export const openedQuery = (due: DueReport) =>
  queryOptions({
    queryKey: ['reports', due.seriesId, due.date, due.cutOff, due.unitId],
    queryFn: () => openReport(due.seriesId, { date: due.date, cutOff: due.cutOff, unitId: due.unitId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
