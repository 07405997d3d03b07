import { describe, expect, it } from 'vitest';
import type { PublicMeeting } from '@/api';
import { secondsInto } from './moment.ts';

const meeting = {
  adjournedAt: '2020-03-08T00:00:00Z',
  recording: { url: '/recordings/m.mp4', durationMs: 1_500_000, bytes: 1 },
} as PublicMeeting;

describe('a moment in the recording', () => {
  it('is counted from the end, a little before it was said', () => {
    expect(secondsInto(meeting, '2020-03-07T23:50:00Z')).toBe(1_500 - 600 - 5);
  });

  it('is never before the beginning or after the end', () => {
    expect(secondsInto(meeting, '2020-03-07T23:00:00Z')).toBe(0);
    expect(secondsInto(meeting, '2020-03-08T01:00:00Z')).toBe(1_500);
  });

  it('is the beginning when nothing is known', () => {
    expect(secondsInto(meeting, 'soon')).toBe(0);
    expect(secondsInto({ ...meeting, recording: null }, '2020-03-07T23:50:00Z')).toBe(0);
    expect(secondsInto({ ...meeting, adjournedAt: null }, '2020-03-07T23:50:00Z')).toBe(0);
  });
});
