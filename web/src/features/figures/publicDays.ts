import type { PublicDay, RollUp } from '@/api';

const DAY_MS = 86_400_000;

/**
 * The days of citizens as those of staff are shown, from the first to the last: a day without figures stays a gap,
 * nobody is named as missing, and there is one number only.
 */
export function asRollUps(days: PublicDay[]): RollUp[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const known = new Map(days.map((day) => [day.date, day]));
  const count = Math.round((Date.parse(last.date) - Date.parse(first.date)) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, at) => {
    const date = new Date(Date.parse(first.date) + at * DAY_MS).toISOString().slice(0, 10);
    const figures = known.get(date)?.figures ?? [];
    return {
      date,
      lines: figures.map((figure) => ({
        ...figure,
        disclosure: 'PUBLIC',
        combines: 'SUM',
        city: null,
        difference: null,
      })),
      missing: [],
    };
  });
}
