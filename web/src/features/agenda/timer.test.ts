import { describe, expect, it } from 'vitest';
import { clockText, timing } from './timer.ts';

const START = '2026-11-26T08:30:00Z';
const at = (seconds: number): number => Date.parse(START) + seconds * 1_000;

describe('the timer of an item', () => {
  it.each([
    [-30, 0, false],
    [0, 0, false],
    [125, 125, false],
    [300, 300, false],
    [301, 301, true],
  ])('after %i s', (passed, seconds, over) => expect(timing(START, 5, at(passed))).toEqual({ seconds, over }));

  it('reads like a clock', () => {
    expect([0, 9, 65, 3_660].map(clockText)).toEqual(['0:00', '0:09', '1:05', '61:00']);
  });
});
