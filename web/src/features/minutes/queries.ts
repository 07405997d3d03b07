import { queryOptions } from '@tanstack/react-query';
import { getMinutes, getSignedMinutes, listSignerCandidates } from '@/api';

/** The beginning; from then on the page follows the server's events. */
export const minutesQuery = (meeting: string) =>
  queryOptions({ queryKey: ['minutes', meeting], queryFn: () => getMinutes(meeting), staleTime: 0, gcTime: 0 });

export const candidatesQuery = (meeting: string) =>
  queryOptions({ queryKey: ['minutes', meeting, 'signers'], queryFn: () => listSignerCandidates(meeting) });

export const versionQuery = (meeting: string, number: number) =>
  queryOptions({
    queryKey: ['minutes', meeting, 'version', number],
    queryFn: () => getSignedMinutes(meeting, number),
    staleTime: Number.POSITIVE_INFINITY,
  });
