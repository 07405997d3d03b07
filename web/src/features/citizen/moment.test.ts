import { describe, expect, it } from 'vitest';
import type { PublicMeeting, Stretch } from '@/api';
import { secondsInto } from './moment.ts';

const meeting = {
  adjournedAt: '2020-03-08T00:00:00Z',
  recording: { url: '/recordings/m.mp4', durationMs: 1_500_000, bytes: 1, stretches: [] as Stretch[] },
} as PublicMeeting;

describe('a moment in the recording', () => {
  it('is counted from the end, a little before it was said', () => {
    expect(secondsInto(meeting, '2020-03-07T23:50:00Z')).toBe(1_500 - 600 - 5);
  });

  it('is never before the beginning or after the end', () => {
    expect(secondsInto(meeting, '2020-03-07T23:00:00Z')).toBe(0);
    expect(secondsInto(meeting, '2020-03-08T01:00:00Z')).toBe(1_500);
  });

  it('is found behind an interruption', () => {
    const stretches = [
      { offsetMs: 0, startedAt: '2020-03-07T23:30:00Z' },
      { offsetMs: 600_000, startedAt: '2020-03-07T23:45:00Z' },
    ];
    const broken = {
      ...meeting,
      recording: { url: '/recordings/m.mp4', durationMs: 1_500_000, bytes: 1, stretches },
    } as PublicMeeting;
    expect(secondsInto(broken, '2020-03-07T23:35:00Z')).toBe(300 - 5);
    expect(secondsInto(broken, '2020-03-07T23:42:00Z'), 'while it was interrupted').toBe(600 - 5);
    expect(secondsInto(broken, '2020-03-07T23:50:00Z')).toBe(600 + 300 - 5);
    expect(secondsInto(broken, '2020-03-07T23:00:00Z'), 'before it began').toBe(0);
    expect(secondsInto(broken, '2020-03-08T02:00:00Z')).toBe(1_500 - 5);
  });

  it('is the beginning when nothing is known', () => {
    expect(secondsInto(meeting, 'soon')).toBe(0);
    expect(secondsInto({ ...meeting, recording: null }, '2020-03-07T23:50:00Z')).toBe(0);
    expect(secondsInto({ ...meeting, adjournedAt: null }, '2020-03-07T23:50:00Z')).toBe(0);
  });
});
