import type { PublicMeeting } from '@/api';

/** A little before the moment, so that the sentence is heard from its beginning. */
const LEAD_S = 5;

/**
 * Where in the recording something was said. A recording goes on from the first time on air to the end of its
 * meeting, so it is counted from the end. What was said before the recording begins plays from the beginning.
 */
export function secondsInto(meeting: PublicMeeting, at: string): number {
  const said = Date.parse(at);
  if (meeting.recording === null || meeting.adjournedAt === null || Number.isNaN(said)) return 0;
  const beforeEnd = (Date.parse(meeting.adjournedAt) - said) / 1_000;
  const seconds = meeting.recording.durationMs / 1_000 - beforeEnd - LEAD_S;
  return Math.max(0, Math.min(Math.floor(seconds), Math.floor(meeting.recording.durationMs / 1_000)));
}
