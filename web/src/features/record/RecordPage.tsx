import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getMeeting, type Meeting } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { StateBadge } from '@/features/meeting/StateBadge.tsx';
import { hasMinutes } from '@/features/minutes/hasMinutes.ts';
import { dateOf, timeOf, titled } from '@/i18n/format.ts';
import { Notice } from '@/ui/Notice.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { RecordedAgenda } from './RecordedAgenda.tsx';
import { RecordedDirectives } from './RecordedDirectives.tsx';
import { RecordedNeeds } from './RecordedNeeds.tsx';
import { RecordedReports } from './RecordedReports.tsx';
import { RecordedVideo } from './RecordedVideo.tsx';
import './record.css';

/** All that was kept of one meeting, internal or not, in one place. */
export function RecordPage(): ReactNode {
  const { t, i18n } = useTranslation();
  const { id } = useParams({ from: '/meetings/$id/record' });
  const { at, t: second } = useSearch({ from: '/meetings/$id/record' });
  const meeting = useQuery({ queryKey: ['meeting', id], queryFn: () => getMeeting(id) });
  return (
    <Staff title={meeting.data ? titled(meeting.data, i18n.language) : t('record.title')}>
      {() => <Load query={meeting}>{(data) => <Whole meeting={data} at={at} second={second} />}</Load>}
    </Staff>
  );
}

interface Props {
  meeting: Meeting;
  /** The moment to begin at; the beginning when there is none. */
  at: string | undefined;
  /** The same as a place in the recording, seconds. */
  second: number | undefined;
}

function Whole({ meeting, at, second }: Props): ReactNode {
  const { t } = useTranslation();
  if (!meeting.myPermissions.includes('SEE_INTERNAL')) return <Empty icon="person" title={t('state.denied')} />;
  const isPublic = meeting.broadcast && !meeting.rehearsal;
  return (
    <>
      <p className="when record-facts">
        <span>
          {dateOf(meeting.startedAt ?? meeting.startsAt)} {timeOf(meeting.startedAt ?? meeting.startsAt)}
          {meeting.adjournedAt ? `–${timeOf(meeting.adjournedAt)}` : ''}
          {meeting.ordinal === null ? '' : ` · ${t('meeting.ordinal', { n: meeting.ordinal })}`}
        </span>
        <StateBadge state={meeting.state} />
      </p>
      <p className="row-buttons record-links">
        {hasMinutes(meeting) ? (
          <Link to="/meetings/$id/minutes" params={{ id: meeting.id }}>
            {t('minutes.link')}
          </Link>
        ) : null}
        <Link to="/attendance/$id" params={{ id: meeting.id }}>
          {t('attendance.ofMeeting')}
        </Link>
        {isPublic ? (
          <Link to="/meetings/$id" params={{ id: meeting.id }}>
            {t('record.publicPage')}
          </Link>
        ) : null}
      </p>
      {isPublic ? <RecordedVideo meeting={meeting} at={at} second={second} /> : null}
      {!isPublic && at !== undefined ? <Notice>{t('record.noVideo')}</Notice> : null}
      <RecordedAgenda meeting={meeting.id} over={meeting.state === 'ADJOURNED'} />
      <RecordedDirectives meeting={meeting.id} />
      <RecordedNeeds meeting={meeting.id} />
      {meeting.rehearsal ? null : <RecordedReports meeting={meeting} />}
    </>
  );
}
