export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const WEEKS = ['1', '2', '3', '4', 'LAST'] as const;
export type Week = (typeof WEEKS)[number];

/** On which days a series meets, as the server writes it in one line. */
export type Recurrence =
  | { kind: 'DAILY' }
  | { kind: 'WORKING_DAYS' }
  | { kind: 'WEEKLY'; days: Weekday[] }
  | { kind: 'MONTHLY_DAY'; day: number }
  | { kind: 'MONTHLY_WEEKDAY'; week: Week; weekday: Weekday };

export const KINDS = ['DAILY', 'WORKING_DAYS', 'WEEKLY', 'MONTHLY_DAY', 'MONTHLY_WEEKDAY'] as const;

function weekday(text: string | undefined): Weekday | undefined {
  return WEEKDAYS.find((each) => each === text);
}

/** Of a plain date, `2026-12-25`. */
export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MONDAY';
}

/** Reads `DAILY`, `WEEKLY MONDAY,FRIDAY`, `MONTHLY 15`, `MONTHLY LAST FRIDAY`; null for what is none of them. */
export function readRecurrence(text: string): Recurrence | null {
  const [word, first, second] = text.trim().split(/\s+/);
  if (word === 'DAILY' || word === 'WORKING_DAYS') return { kind: word };
  if (word === 'WEEKLY') {
    const days = WEEKDAYS.filter((day) => first?.split(',').includes(day));
    return days.length === 0 ? null : { kind: 'WEEKLY', days };
  }
  if (word !== 'MONTHLY' || first === undefined) return null;
  if (second === undefined) return /^\d+$/.test(first) ? { kind: 'MONTHLY_DAY', day: Number(first) } : null;
  const week = WEEKS.find((each) => each === first);
  const day = weekday(second);
  return week === undefined || day === undefined ? null : { kind: 'MONTHLY_WEEKDAY', week, weekday: day };
}

export function writeRecurrence(recurrence: Recurrence): string {
  switch (recurrence.kind) {
    case 'DAILY':
    case 'WORKING_DAYS':
      return recurrence.kind;
    case 'WEEKLY':
      return `WEEKLY ${WEEKDAYS.filter((day) => recurrence.days.includes(day)).join(',')}`;
    case 'MONTHLY_DAY':
      return `MONTHLY ${recurrence.day}`;
    case 'MONTHLY_WEEKDAY':
      return `MONTHLY ${recurrence.week} ${recurrence.weekday}`;
  }
}

/** What is missing before it can be sent. */
export function faultOf(recurrence: Recurrence): 'days' | 'day' | null {
  if (recurrence.kind === 'WEEKLY' && recurrence.days.length === 0) return 'days';
  if (recurrence.kind === 'MONTHLY_DAY' && !(recurrence.day >= 1 && recurrence.day <= 31)) return 'day';
  return null;
}

/** The same when another kind is chosen, with something sensible to begin with. */
export function ofKind(kind: Recurrence['kind']): Recurrence {
  switch (kind) {
    case 'DAILY':
    case 'WORKING_DAYS':
      return { kind };
    case 'WEEKLY':
      return { kind, days: ['MONDAY'] };
    case 'MONTHLY_DAY':
      return { kind, day: 1 };
    case 'MONTHLY_WEEKDAY':
      return { kind, week: '1', weekday: 'MONDAY' };
  }
}
