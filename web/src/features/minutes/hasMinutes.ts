import type { Meeting } from '@/api';

/** Whoever may see what is internal reads them, from the moment the meeting is open. A rehearsal has none. */
export function hasMinutes(meeting: Meeting): boolean {
  const held = meeting.state === 'OPEN' || meeting.state === 'IN_SESSION' || meeting.state === 'ADJOURNED';
  return held && !meeting.rehearsal && meeting.myPermissions.includes('SEE_INTERNAL');
}
