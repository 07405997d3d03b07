import { queryOptions } from '@tanstack/react-query';
import {
  type DueReport,
  listAnsweredNeeds,
  listMyReports,
  listNeeds,
  listReminders,
  listReportTemplates,
  openReport,
  type Report,
} from '@/api';
import { koreanDay } from '@/i18n/format.ts';

export const dueQuery = queryOptions({ queryKey: ['reports', 'mine'], queryFn: () => listMyReports() });

export const templatesQuery = queryOptions({
  queryKey: ['report-templates'],
  queryFn: () => listReportTemplates(),
  staleTime: 60_000,
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

/**
 * The unit's needs of this series that were answered since its report before, and those under study however long ago;
 * the oldest answer first.
 */
export const answeredQuery = ({ id, unitId, seriesId, date, previous }: Report) =>
  queryOptions({
    queryKey: ['reports', 'answered', id],
    queryFn: async () => {
      const since = previous?.date ?? koreanDay(Date.parse(date), -1);
      const [told, studied] = await Promise.all([
        listAnsweredNeeds({ unit: unitId, since }),
        listNeeds({ unit: unitId, series: seriesId, state: 'UNDER_STUDY' }),
      ]);
      const all = [...told, ...studied].filter((need) => need.seriesId === seriesId && !need.rehearsal);
      const answeredAt = (at: string | undefined): number => Date.parse(at ?? '');
      return [...new Map(all.map((need) => [need.id, need])).values()].sort(
        (one, other) => answeredAt(one.answer?.at) - answeredAt(other.answer?.at),
      );
    },
  });
