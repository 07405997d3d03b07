import { describe, expect, it } from 'vitest';
import type { PublicDay } from '@/api';
import { asRollUps } from './publicDays.ts';

const figure = {
  metric: 'snow.depth',
  ko: '적설',
  en: 'Snow depth',
  measure: 'cm',
  measureEn: 'cm',
  thisPeriod: 1,
  toDate: 3,
  parts: [],
  corrected: false,
};

function day(date: string): PublicDay {
  return { date, figures: [figure], provisional: false };
}

describe('days for citizens', () => {
  it('a day without figures stays a gap, over the end of a month too', () => {
    const days = asRollUps([day('2026-11-29'), day('2026-12-02')]);
    expect(days.map((one) => [one.date, one.lines.length])).toEqual([
      ['2026-11-29', 1],
      ['2026-11-30', 0],
      ['2026-12-01', 0],
      ['2026-12-02', 1],
    ]);
    expect(days.flatMap((one) => one.missing)).toEqual([]);
  });

  it('no days are no days', () => {
    expect(asRollUps([])).toEqual([]);
  });
});
