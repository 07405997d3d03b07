import { describe, expect, it } from 'vitest';
import { phases } from '../../../test/mock/fixtures.ts';
import { lastDay, phaseTime, readCutOffs } from './phases.ts';

describe('phases', () => {
  it('end the day before the next begins, the newest never', () => {
    expect(phases.map((_, index) => lastDay(phases, index))).toEqual(['2020-05-10', '2020-12-07', '2026-12-31', null]);
  });

  it('lie before, at or after today', () => {
    expect(phases.map((phase) => phaseTime(phase, '2026-11-26'))).toEqual(['past', 'past', 'now', 'coming']);
  });
});

describe('cut-offs', () => {
  it.each([
    ['', []],
    ['7:30', ['07:30']],
    ['17:00, 07:30', ['07:30', '17:00']],
    ['07:30 07:30\n9:05,', ['07:30', '09:05']],
  ])('reads “%s”', (text, hours) => expect(readCutOffs(text)).toEqual(hours));

  it.each(['7시', '24:00', '07:60', '0730', '07:30 soon'])('does not read “%s”', (text) =>
    expect(readCutOffs(text)).toBeNull(),
  );
});
