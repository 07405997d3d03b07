import { describe, expect, it } from 'vitest';
import { commonSyllables, rangeOf } from '../../fonts.ts';

describe('the letters of the pages', () => {
  it('the common syllables are those of KS X 1001', () => {
    const syllables = commonSyllables();
    expect(syllables).toHaveLength(2_350);
    expect(String.fromCodePoint(syllables[0] ?? 0)).toBe('가');
    expect(String.fromCodePoint(syllables.at(-1) ?? 0)).toBe('힝');
    expect(new Set(syllables).size).toBe(2_350);
  });

  it('a range names runs and single letters', () => {
    expect(rangeOf([0x41, 0x42, 0x43, 0xac00, 0xac02])).toBe('U+41-43,U+AC00,U+AC02');
    expect(rangeOf([])).toBe('');
  });
});
