import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PublicMeeting, publicChapters, publicMeeting } from '@/api';
import { Page } from '@/app/Page.tsx';
import { dateOf, timeOf, titled } from '@/i18n/format.ts';
import { Notice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { DayFigures } from './DayFigures.tsx';
import { secondsInto } from './moment.ts';
import { PastAgenda } from './PastAgenda.tsx';
import { PublicMinutes } from './PublicMinutes.tsx';
import { RecordingPlayer } from './RecordingPlayer.tsx';

export function PastMeetingPage(): ReactNode {
  const { t, i18n } = useTranslation();
  const { id } = useParams({ from: '/meetings/$id' });
  const { at, t: second } = useSearch({ from: '/meetings/$id' });
  const meeting = useQuery({
    queryKey: ['public-meeting', id],
    queryFn: () => publicMeeting(id),
    // What was recorded comes by itself; a meeting that still goes on may yet be recorded.
    refetchInterval: (query) =>
      query.state.data && (query.state.data.preparing || query.state.data.adjournedAt === null) ? 15_000 : false,
  });
  const title = meeting.data ? titled(meeting.data, i18n.language) : t('page.past');
  return (
    <Page title={title}>
      <Load query={meeting}>{(data) => <PastMeeting meeting={data} title={title} at={at} second={second} />}</Load>
      <p className="block">
        <Link to="/meetings">{t('citizen.allPast')}</Link>
      </p>
    </Page>
  );
}

interface Props {
  meeting: PublicMeeting;
  title: string;
  /** The moment to begin at; the beginning when there is none. */
  at: string | undefined;
  /** The same as a place in the recording, seconds. */
  second: number | undefined;
}

function PastMeeting({ meeting, title, at, second }: Props): ReactNode {
  const { t } = useTranslation();
  const from = meeting.startedAt ?? meeting.startsAt;
  const chapters = useQuery({
    queryKey: ['public-chapters', meeting.id],
    queryFn: () => publicChapters(meeting.id),
    enabled: meeting.recording !== null,
  });
  return (
    <>
      <p className="when">
        {dateOf(from)} {timeOf(from)}
        {meeting.adjournedAt ? `–${timeOf(meeting.adjournedAt)}` : ''}
        {meeting.ordinal === null ? '' : ` · ${t('meeting.ordinal', { n: meeting.ordinal })}`}
      </p>
      {meeting.adjournedAt === null && meeting.startedAt !== null ? (
        <Notice>
          {t('citizen.stillOn')} <Link to="/">{t('citizen.watchLive')}</Link>
        </Notice>
      ) : null}
      <RecordingPlayer
        recording={meeting.recording}
        title={title}
        preparing={meeting.preparing}
        chapters={{ meeting: meeting.id, list: chapters.data ?? [] }}
        startSeconds={second ?? (at === undefined ? 0 : secondsInto(meeting, at))}
      />
      <PastAgenda meeting={meeting} />
      {meeting.startedAt === null ? null : <DayFigures meeting={meeting} />}
      {meeting.adjournedAt === null ? null : <PublicMinutes meeting={meeting.id} />}
    </>
  );
}
