import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepUses, uses } from './uses.ts';

const NOTHING = { device: false, every: false, seriesIds: [] };
let kept: string | null;

beforeEach(() => {
  kept = null;
  vi.stubGlobal('localStorage', {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what a browser is told', () => {
  it('is remembered use by use', () => {
    expect(uses()).toEqual(NOTHING);
    keepUses({ device: true });
    expect(keepUses({ every: false, seriesIds: ['s1'] })).toEqual({ device: true, every: false, seriesIds: ['s1'] });
    expect(uses()).toEqual({ device: true, every: false, seriesIds: ['s1'] });
  });

  it.each(['{', 'null', '7', '[]', '{"device":"yes","every":1,"seriesIds":"s1"}'])(
    'is nothing when %s was kept',
    (text) => {
      kept = text;
      expect(uses()).toEqual(NOTHING);
    },
  );

  it('is nothing in a browser that keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(keepUses({ every: true })).toEqual({ ...NOTHING, every: true });
    expect(uses()).toEqual(NOTHING);
  });
});
