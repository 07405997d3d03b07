import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicMeeting } from '@/api';
import { dateOf, elapsed, timeOf, titled } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Empty } from '@/ui/States.tsx';
import './citizen.css';

export function MeetingList({ meetings, empty }: { meetings: PublicMeeting[]; empty: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const past = meetings.filter((meeting) => meeting.adjournedAt !== null);
  if (past.length === 0) return <Empty icon="calendar" title={empty} />;
  return (
    <ul className="meeting-list">
      {past.map((meeting) => (
        <li key={meeting.id}>
          <Link to="/meetings/$id" params={{ id: meeting.id }} className="meeting-card">
            <span className="meeting-date">
              {dateOf(meeting.date)} {timeOf(meeting.startedAt ?? meeting.startsAt)}
            </span>
            <strong className="meeting-name">{titled(meeting, i18n.language)}</strong>
            <span className="meeting-facts">
              {meeting.ordinal === null ? null : <span>{t('meeting.ordinal', { n: meeting.ordinal })}</span>}
              {meeting.recording === null ? (
                <Badge>{t(meeting.preparing ? 'recording.soon' : 'recording.none')}</Badge>
              ) : (
                <Badge tone="primary">{t('recording.watch', { time: elapsed(meeting.recording.durationMs) })}</Badge>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
