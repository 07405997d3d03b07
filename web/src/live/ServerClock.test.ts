import { describe, expect, it } from 'vitest';
import { ServerClock } from './ServerClock.ts';

describe('the server’s clock', () => {
  it('is taken for ours before anything is known', () => {
    expect(new ServerClock().aheadMs).toBe(0);
    expect(new ServerClock().doubtMs).toBe(Number.POSITIVE_INFINITY);
  });

  it('is known from quick answers in spite of slow ones', () => {
    const clock = new ServerClock();
    clock.told(10_000, 7_000, 4_900);
    expect(clock.doubtMs).toBe(1_050);
    clock.told(20_000, 15_010, 14_990);
    expect(clock.aheadMs).toBe(5_000);
    expect(clock.doubtMs).toBe(10);
    clock.told(30_000, 27_500, 24_000);
    clock.told(31_000, 29_000);
    expect(clock.aheadMs).toBe(5_000);
  });

  it('may be known from news nobody asked for', () => {
    const clock = new ServerClock();
    clock.told(10_000, 12_000);
    clock.told(20_000, 20_050);
    expect(clock.aheadMs).toBe(-50);
  });

  it('is learnt anew when a clock was set', () => {
    const clock = new ServerClock();
    clock.told(10_000, 10_010, 9_990);
    clock.told(20_000, 80_010, 79_990);
    expect(clock.aheadMs).toBe(-60_000);
    clock.told(90_000, 30_010, 29_990);
    expect(clock.aheadMs).toBe(60_000);
  });

  it('does not believe what is no time', () => {
    const clock = new ServerClock();
    clock.told(Number.NaN, 1, 0);
    expect(clock.aheadMs).toBe(0);
  });
});
