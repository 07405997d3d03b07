import { describe, expect, it } from 'vitest';
import { changes } from './changes.ts';

describe('what changed', () => {
  it('is told field by field, and what stayed is not', () => {
    const before = { name: '가남읍', state: 'OPEN', due: null, to: { unit: 'u1', days: [1, 2] }, note: 'a' };
    const after = { name: '가남읍', state: 'DONE', due: '2026-11-30', to: { unit: 'u1', days: [1] } };
    expect(changes(JSON.stringify(before), JSON.stringify(after))).toEqual([
      { what: 'state', from: 'OPEN', to: 'DONE' },
      { what: 'to.days', from: '1, 2', to: '1' },
      { what: 'note', from: 'a', to: null },
      { what: 'due', from: null, to: '2026-11-30' },
    ]);
  });

  it('is everything of what is new or gone', () => {
    expect(changes(null, '{"a":1,"list":[{"b":true},{"b":false}]}')).toEqual([
      { what: 'a', from: null, to: '1' },
      { what: 'list.0.b', from: null, to: 'true' },
      { what: 'list.1.b', from: null, to: 'false' },
    ]);
    expect(changes('{"a":0}', null)).toEqual([{ what: 'a', from: '0', to: null }]);
    expect(changes(null, null)).toEqual([]);
  });

  it('has no name where there are no fields', () => {
    expect(changes('"OFF_AIR"', '"ON_AIR"')).toEqual([{ what: '', from: 'OFF_AIR', to: 'ON_AIR' }]);
    expect(changes('not { JSON', null)).toEqual([{ what: '', from: 'not { JSON', to: null }]);
  });
});
