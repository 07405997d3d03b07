import { expect, it } from 'vitest';
import { counted, dateOf, elapsed, koreanDay, megabytes, timeOf, titled } from './format.ts';

it('writes dates and times as Korean offices do, in Korean time', () => {
  expect(dateOf('2020-12-07T23:30:00Z')).toBe('2020. 12. 8.');
  expect(timeOf('2020-12-07T23:30:00Z')).toBe('08:30');
  expect(timeOf('2020-12-07T15:00:00Z')).toBe('00:00');
  expect(dateOf('2020-03-08')).toBe('2020. 3. 8.');
});

it('knows which day it is in Korea', () => {
  expect(koreanDay(Date.parse('2026-11-22T15:00:00Z'))).toBe('2026-11-23');
  expect(koreanDay(Date.parse('2026-12-31T14:59:59Z'), 1)).toBe('2027-01-01');
});

it('writes durations and sizes', () => {
  expect(elapsed(872_999)).toBe('00:14:32');
  expect(elapsed(-5)).toBe('00:00:00');
  expect(megabytes(272_400_000)).toBe('272 MB');
});

it('falls back to the Korean name', () => {
  expect(titled({ title: '회의', titleEn: '' }, 'en')).toBe('회의');
  expect(titled({ title: '회의', titleEn: 'Meeting' }, 'ko')).toBe('회의');
});

it('parts the thousands of whole numbers', () => {
  expect([0, 999, 1_000, 1_234_567, -45_000, 1_234.5678].map(counted)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567',
    '-45,000',
    '1,234.5678',
  ]);
});
