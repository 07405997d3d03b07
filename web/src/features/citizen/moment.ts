import type { PublicMeeting, Recording } from '@/api';

/** A little before the moment, so that the sentence is heard from its beginning. */
const LEAD_S = 5;

/**
 * Where in the recording something was said, seconds. What was said before the recording begins, or while it was
 * interrupted, plays from where it goes on.
 */
export function secondsInto(meeting: PublicMeeting, at: string): number {
  const said = Date.parse(at);
  const { recording } = meeting;
  if (recording === null || Number.isNaN(said)) return 0;
  const place = placeOf(recording, said) ?? fromTheEnd(meeting, recording, said);
  const seconds = Math.floor(place / 1_000) - LEAD_S;
  return Math.max(0, Math.min(seconds, Math.floor(recording.durationMs / 1_000)));
}

/** Milliseconds, by the stretches that play one after the other; null when they are not known. */
function placeOf({ durationMs, stretches }: Recording, said: number): number | null {
  const index = stretches.findLastIndex((one) => Date.parse(one.startedAt) <= said);
  const stretch = stretches[index];
  if (stretch === undefined) return stretches[0]?.offsetMs ?? null;
  const end = stretches[index + 1]?.offsetMs ?? durationMs;
  return Math.min(stretch.offsetMs + said - Date.parse(stretch.startedAt), end);
}

/** Older recordings do not say; they go on without a break to the end of their meeting. */
function fromTheEnd({ adjournedAt }: PublicMeeting, { durationMs }: Recording, said: number): number {
  return adjournedAt === null ? 0 : durationMs - (Date.parse(adjournedAt) - said);
}
