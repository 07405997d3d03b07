import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Meeting, publicChapters, publicMeeting } from '@/api';
import { secondsInto } from '@/features/citizen/moment.ts';
import { RecordingPlayer } from '@/features/citizen/RecordingPlayer.tsx';
import { titled } from '@/i18n/format.ts';
import { Load } from '@/ui/States.tsx';

interface Props {
  meeting: Meeting;
  /** The moment to begin at; the beginning when there is none. */
  at: string | undefined;
  /** The same as a place in the recording, seconds. */
  second: number | undefined;
}

/** What was on air, with its items as places in it. */
export function RecordedVideo({ meeting, at, second }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const shown = useQuery({ queryKey: ['public-meeting', meeting.id], queryFn: () => publicMeeting(meeting.id) });
  const chapters = useQuery({
    queryKey: ['public-chapters', meeting.id],
    queryFn: () => publicChapters(meeting.id),
    enabled: shown.data?.recording != null,
  });
  return (
    <section className="block" aria-labelledby="record-video">
      <h2 id="record-video">{t('desk.recording')}</h2>
      <Load query={shown}>
        {(data) => (
          <RecordingPlayer
            recording={data.recording}
            title={titled(data, i18n.language)}
            preparing={data.preparing}
            startSeconds={second ?? (at === undefined ? 0 : secondsInto(data, at))}
            chapters={{ meeting: meeting.id, list: chapters.data ?? [], page: '/meetings/$id/record' }}
          />
        )}
      </Load>
    </section>
  );
}
