import { describe, expect, it } from 'vitest';
import { faultOf, KINDS, ofKind, readRecurrence, writeRecurrence } from './recurrence.ts';

describe('recurrence', () => {
  it.each([
    'DAILY',
    'WORKING_DAYS',
    'WEEKLY MONDAY,THURSDAY',
    'MONTHLY 15',
    'MONTHLY 2 TUESDAY',
    'MONTHLY LAST FRIDAY',
  ])('reads and writes %s', (text) => {
    const read = readRecurrence(text);
    expect(read === null ? null : writeRecurrence(read)).toBe(text);
  });

  it.each(['', 'NEVER', 'WEEKLY', 'WEEKLY FUNDAY', 'MONTHLY', 'MONTHLY soon', 'MONTHLY 5 MONDAY', 'MONTHLY 1 FUNDAY'])(
    'does not read %s',
    (text) => expect(readRecurrence(text)).toBeNull(),
  );

  it('orders the days of a week', () => {
    expect(writeRecurrence({ kind: 'WEEKLY', days: ['FRIDAY', 'MONDAY'] })).toBe('WEEKLY MONDAY,FRIDAY');
  });

  it('says what is missing', () => {
    expect(faultOf({ kind: 'WEEKLY', days: [] })).toBe('days');
    expect(faultOf({ kind: 'MONTHLY_DAY', day: Number.NaN })).toBe('day');
    expect(faultOf({ kind: 'MONTHLY_DAY', day: 32 })).toBe('day');
    for (const kind of KINDS) expect(faultOf(ofKind(kind))).toBeNull();
  });
});
