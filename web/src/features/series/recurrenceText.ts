import type { TFunction } from 'i18next';
import { readRecurrence } from './recurrence.ts';

/** `매주 월·목`, `매월 마지막 금요일`: when a series meets, for people. */
export function recurrenceText(t: TFunction, text: string): string {
  const recurrence = readRecurrence(text);
  switch (recurrence?.kind) {
    case undefined:
      return text;
    case 'DAILY':
    case 'WORKING_DAYS':
      return t(`recurrence.${recurrence.kind}`);
    case 'WEEKLY':
      return t('series.weekly', { days: recurrence.days.map((day) => t(`weekdayShort.${day}`)).join('·') });
    case 'MONTHLY_DAY':
      return t('series.monthlyDay', { day: recurrence.day });
    case 'MONTHLY_WEEKDAY':
      return t('series.monthlyWeekday', {
        week: t(`week.${recurrence.week}`),
        weekday: t(`weekday.${recurrence.weekday}`),
      });
  }
}
