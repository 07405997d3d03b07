import { describe, expect, it } from 'vitest';
import { person } from './RoomModel.fixture.ts';
import { GONE_MS, plate, Slots } from './slots.ts';

const names = (slots: { identity: string }[]): string => slots.map((slot) => slot.identity).join(' ');

describe('slots', () => {
  it('sits the first arrangement by seat', () => {
    const slots = new Slots();
    expect(names(slots.update([person('c', { seat: 3 }), person('a', { seat: 1 }), person('b', { seat: 2 })], 0))).toBe(
      'a b c',
    );
  });

  it('moves nobody when somebody with a lower seat comes later', () => {
    const slots = new Slots();
    const b = person('b', { seat: 2 });
    const c = person('c', { seat: 3 });
    slots.update([b, c], 0);
    expect(names(slots.update([b, c, person('a', { seat: 1 })], 1))).toBe('b c a');
    expect(names(slots.sort())).toBe('a b c');
  });

  it('keeps a place greyed while its person is away for a moment', () => {
    const slots = new Slots();
    const a = person('a', { speaking: true });
    const b = person('b', { seat: 2 });
    slots.update([a, b], 0);
    const without = slots.update([b], 1_000);
    expect(without[0]).toMatchObject({ identity: 'a', gone: true, speaking: false, camera: 'NONE' });
    const back = slots.update([b, a], 2_000);
    expect(names(back)).toBe('a b');
    expect(back[0]?.gone).toBe(false);
  });

  it('gives a place up after a while, first to somebody new', () => {
    const slots = new Slots();
    const b = person('b', { seat: 2 });
    slots.update([person('a'), b], 0);
    slots.update([b], 0);
    expect(names(slots.update([b, person('n', { seat: 9 })], GONE_MS))).toBe('n b');
    slots.update([b], GONE_MS);
    expect(names(slots.update([b], GONE_MS * 2))).toBe('b');
  });
});

describe('plate', () => {
  it.each([
    [{ unit: '강천면', post: '면장', name: '김하늘' }, '강천면 · 면장 김하늘'],
    [{ unit: null, post: '면장', name: '김하늘' }, '면장 김하늘'],
    [{ unit: '보건소', post: null, name: '' }, '보건소'],
    [{ unit: '', post: '', name: '손님' }, '손님'],
  ])('%o', (who, text) => {
    expect(plate(who)).toBe(text);
  });
});
