import { expect, it } from 'vitest';
import { StallAllowance } from './StallAllowance.ts';

it('steps away from live with every stall, not without end, and comes back when it is calm', () => {
  const allowance = new StallAllowance(0);
  expect(allowance.extraMs(1_000_000)).toBe(0);
  allowance.stalled(1_000_000);
  expect(allowance.extraMs(1_000_000)).toBe(300);
  for (let stall = 0; stall < 20; stall += 1) allowance.stalled(1_000_000 + stall);
  expect(allowance.extraMs(1_000_020)).toBe(900);
  expect(allowance.extraMs(1_030_100)).toBe(600);
  allowance.stalled(1_030_200);
  expect(allowance.extraMs(1_060_100)).toBe(900);
  expect(allowance.extraMs(1_200_000)).toBe(0);
});
