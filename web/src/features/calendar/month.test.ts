import { describe, expect, it } from 'vitest';
import { FROM_SUNDAY, isDay, monthOf, monthsAway, weeks } from './month.ts';

describe('a month', () => {
  it('is found from a day and left for another', () => {
    expect(monthOf('2020-12-08')).toBe('2020-12');
    expect(monthsAway('2020-12-31', 1)).toBe('2021-01-01');
    expect(monthsAway('2020-03-31', -1)).toBe('2020-02-01');
    expect(monthsAway('2020-01-15', 0)).toBe('2020-01-01');
  });

  it('is laid out in weeks from Sunday', () => {
    const days = Array.from({ length: 31 }, (_, index) => ({ date: `2020-12-${String(index + 1).padStart(2, '0')}` }));
    const laid = weeks(days);
    expect(FROM_SUNDAY).toHaveLength(7);
    expect(FROM_SUNDAY[6]).toBe('SATURDAY');
    expect(laid).toHaveLength(5);
    expect(laid[0]?.map((day) => day?.date ?? null)).toEqual([
      null,
      null,
      '2020-12-01',
      '2020-12-02',
      '2020-12-03',
      '2020-12-04',
      '2020-12-05',
    ]);
    expect(laid[4]?.slice(4)).toEqual([{ date: '2020-12-31' }, null, null]);
    expect(laid.flat().filter((day) => day !== null)).toHaveLength(31);
    expect(weeks([])).toEqual([]);
  });
});

describe('a day in an address', () => {
  it('is taken only when it exists', () => {
    expect(isDay('2020-05-10')).toBe(true);
    expect(isDay('2020-02-30')).toBe(false);
    expect(isDay('2020-13-01')).toBe(false);
    expect(isDay('tomorrow')).toBe(false);
  });
});
