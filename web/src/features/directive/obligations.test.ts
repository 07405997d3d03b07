import { describe, expect, it } from 'vitest';
import type { DirectiveAnswer, DirectiveUrgency } from '@/api';
import { byPart, byUnit, daysSince } from './obligations.ts';

const one = (sentence: string, urgency: DirectiveUrgency, unitName = '강천면'): DirectiveAnswer =>
  ({ sentence, urgency, unitName }) as DirectiveAnswer;
const said = (list: DirectiveAnswer[]): string => list.map((each) => each.sentence).join(' ');

describe('what a unit owes', () => {
  it('begins with what is late, and keeps what has no date for the end', () => {
    const parts = byPart([one('가', 'NO_DATE'), one('나', 'WAITING'), one('다', 'LATER'), one('라', 'OVERDUE')]);
    expect(parts.map(({ part, directives }) => `${part}: ${said(directives)}`)).toEqual([
      'OVERDUE: 라',
      'WAITING: 나',
      'LATER: 가 다',
    ]);
  });

  it('stands under each owner once, in the order in which it came', () => {
    const units = byUnit([one('가', 'LATER'), one('나', 'LATER', '북내면'), one('다', 'LATER')]);
    expect(units.map(({ unit, directives }) => `${unit}: ${said(directives)}`)).toEqual([
      '강천면: 가 다',
      '북내면: 나',
    ]);
  });

  it('is as old as the days since its meeting', () => {
    expect(daysSince('2020-02-28', '2020-03-08')).toBe(9);
    expect(daysSince('2020-03-08', '2020-03-08')).toBe(0);
  });
});
