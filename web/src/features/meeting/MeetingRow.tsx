import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@/api';
import { hasMinutes } from '@/features/minutes/hasMinutes.ts';
import { dateOf, timeOf, titled } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { StateBadge } from './StateBadge.tsx';

export function MeetingRow({ meeting, onInvite }: { meeting: Meeting; onInvite?: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const invites = onInvite && meeting.state !== 'CANCELLED' && meeting.myPermissions.includes('INVITE');
  const recorded = meeting.state === 'ADJOURNED' && !meeting.rehearsal && meeting.broadcast;
  const attended = meeting.state === 'ADJOURNED' && meeting.myPermissions.includes('SEE_INTERNAL');
  return (
    <tr>
      <td className="nowrap">
        {dateOf(meeting.date)} {timeOf(meeting.startsAt)}
      </td>
      <th scope="row">
        {titled(meeting, i18n.language)}
        {meeting.ordinal === null ? '' : ` ${t('meeting.ordinal', { n: meeting.ordinal })}`}{' '}
        {meeting.rehearsal ? <Badge tone="warning">{t('meeting.rehearsal')}</Badge> : null}
        {meeting.broadcast || meeting.rehearsal ? null : <Badge tone="gray">{t('meeting.notForCitizens')}</Badge>}
      </th>
      <td>
        <StateBadge state={meeting.state} />
        {meeting.adjournedEmpty && meeting.adjournedAt ? (
          <p className="quiet">{t('desk.adjournedEmpty', { time: timeOf(meeting.adjournedAt) })}</p>
        ) : null}
      </td>
      <td className="meeting-links">
        {invites ? (
          <Button kind="text" size="small" onClick={onInvite}>
            {t('invite.title')}
          </Button>
        ) : null}
        {recorded ? (
          <Link to="/meetings/$id" params={{ id: meeting.id }}>
            {t('desk.recording')}
          </Link>
        ) : null}
        {attended ? (
          <Link to="/meetings/$id/record" params={{ id: meeting.id }}>
            {t('record.title')}
          </Link>
        ) : null}
        {attended ? (
          <Link to="/attendance/$id" params={{ id: meeting.id }}>
            {t('attendance.ofMeeting')}
          </Link>
        ) : null}
        {hasMinutes(meeting) ? (
          <Link to="/meetings/$id/minutes" params={{ id: meeting.id }}>
            {t('minutes.link')}
          </Link>
        ) : null}
        {!invites && !recorded && !attended && !hasMinutes(meeting) ? <span className="quiet">–</span> : null}
      </td>
    </tr>
  );
}
