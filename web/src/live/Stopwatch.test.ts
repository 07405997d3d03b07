import { describe, expect, it } from 'vitest';
import { Stopwatch } from './Stopwatch.ts';

describe('the time since a line was begun', () => {
  it('runs from its first letter to its sending', () => {
    let now = 1_000;
    const watch = new Stopwatch(() => now);
    watch.typed(' ');
    now = 2_000;
    watch.typed('@');
    now = 5_000.4;
    watch.typed('@강천면');
    expect(watch.elapsed()).toBe(3_000);
  });

  it('begins anew with a new line, and is never longer than a day', () => {
    let now = 0;
    const watch = new Stopwatch(() => now);
    watch.typed('@강천면');
    now = 100_000_000;
    expect(watch.elapsed()).toBe(86_400_000);
    watch.typed('');
    expect(watch.elapsed()).toBe(0);
  });
});
