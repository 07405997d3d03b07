import { describe, expect, it } from 'vitest';
import type { RollUp, RollUpLine } from '@/api';
import { extentOf, metricsIn, over, towns } from './figures.ts';

const line = (metric: string, toDate: number, more: Partial<RollUpLine> = {}): RollUpLine => ({
  metric,
  ko: metric,
  en: metric,
  measure: '명',
  measureEn: 'people',
  disclosure: 'PUBLIC',
  combines: 'SUM',
  thisPeriod: 1,
  toDate,
  parts: [],
  city: null,
  difference: null,
  corrected: false,
  ...more,
});
const day = (date: string, lines: RollUpLine[], missing: RollUp['missing'] = []): RollUp => ({ date, lines, missing });
const part = (unitId: string, toDate: number) => ({
  unitId,
  unit: unitId,
  unitEn: '',
  thisPeriod: 0,
  toDate,
  corrected: false,
});

describe('a figure over days', () => {
  const days = [
    day('2020-12-01', [line('a', 3)]),
    day('2020-12-02', [], [{ unitId: 'u9', unit: '흥천면', unitEn: '' }]),
    day('2020-12-03', [line('b', 1), line('a', 9, { corrected: true, difference: -2 })]),
    day('2020-12-04', [line('a', 7)]),
  ];

  it('has a gap where nobody filed it', () => {
    expect(over(days, 'a', 'toDate').map((one) => one.value)).toEqual([3, null, 9, 7]);
    expect(over(days, 'a', 'thisPeriod').map((one) => one.value)).toEqual([1, null, 1, 1]);
    expect(over(days, 'a', 'toDate')[1]?.missing).toBe(1);
    expect(over(days, 'a', 'toDate')[2]).toMatchObject({ corrected: true, difference: -2 });
  });

  it('is told by its first, last and highest day', () => {
    const extent = extentOf(over(days, 'a', 'toDate'));
    expect(extent).toMatchObject({
      first: { date: '2020-12-01' },
      last: { value: 7 },
      highest: { date: '2020-12-03', value: 9 },
    });
    expect(extentOf(over(days, 'none', 'toDate'))).toBeNull();
  });

  it('is offered once, as the last day that has it calls it', () => {
    expect(metricsIn(days).map((one) => [one.metric, one.toDate])).toEqual([
      ['a', 7],
      ['b', 1],
    ]);
  });
});

describe('the towns of a day', () => {
  it('are shaded by the most and missing ones stand last', () => {
    const found = towns(
      day(
        '2020-12-01',
        [line('a', 10, { parts: [part('u1', 8), part('u2', 0), part('u3', 1), part('u4', -3)] })],
        [
          { unitId: 'u9', unit: '흥천면', unitEn: '' },
          { unitId: 'u1', unit: 'u1', unitEn: '' },
        ],
      ),
      'a',
      'toDate',
    );
    expect(found.map((town) => [town.unitId, town.value, town.shade])).toEqual([
      ['u1', 8, 4],
      ['u2', 0, 0],
      ['u3', 1, 1],
      ['u4', -3, 0],
      ['u9', null, 0],
    ]);
    expect(towns(day('2020-12-01', []), 'a', 'toDate')).toEqual([]);
  });
});
