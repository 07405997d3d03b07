/** Months as `2020-12`, days as `2020-12-08`; no time zone is involved. */

import { WEEKDAYS, type Weekday, weekdayOf } from '@/features/series/recurrence.ts';

const DAY_MS = 86_400_000;

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The first day of the month that many months away. */
export function monthsAway(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** As calendars in Korea begin. */
export const FROM_SUNDAY: readonly Weekday[] = ['SUNDAY', ...WEEKDAYS.slice(0, 6)];

/** A month's days in weeks of seven from Sunday; places outside the month are null. */
export function weeks<T extends { date: string }>(days: T[]): (T | null)[][] {
  const first = days[0];
  if (first === undefined) return [];
  const places: (T | null)[] = [
    ...Array.from({ length: FROM_SUNDAY.indexOf(weekdayOf(first.date)) }, () => null),
    ...days,
  ];
  while (places.length % 7 !== 0) places.push(null);
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
}

/** Whether it is a day that exists, written like `2020-05-10`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(Math.floor(at / DAY_MS) * DAY_MS).toISOString().startsWith(text);
}
