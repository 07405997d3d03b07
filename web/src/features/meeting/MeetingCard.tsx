import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adjournMeeting, cancelMeeting, decideBroadcast, type Meeting, openMeeting, startMeeting } from '@/api';
import { PackDownload } from '@/features/agenda/PackDownload.tsx';
import { hasMinutes } from '@/features/minutes/hasMinutes.ts';
import { dateOf, elapsed, timeOf, titled } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { useNow } from '@/ui/useNow.ts';
import { StateBadge } from './StateBadge.tsx';

type Act = 'open' | 'start' | 'adjourn' | 'cancel';

const CALLS = { open: openMeeting, start: startMeeting, adjourn: adjournMeeting, cancel: cancelMeeting };

/** One of today's meetings: its state, the way in, and what the host may do with it. */
export function MeetingCard({ meeting, onInvite }: { meeting: Meeting; onInvite: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [sure, setSure] = useState<'adjourn' | 'cancel' | null>(null);
  const act = useMutation({
    mutationFn: (what: Act) => CALLS[what](meeting.id),
    onSettled: () => {
      setSure(null);
      return queries.invalidateQueries({ queryKey: ['meetings'] });
    },
  });
  const decide = useMutation({
    mutationFn: () => decideBroadcast(meeting.id, { broadcast: !meeting.broadcast }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['meetings'] }),
  });
  const runs = meeting.myPermissions.includes('RUN_MEETING');
  const isOn = meeting.state === 'OPEN' || meeting.state === 'IN_SESSION';
  const joins = isOn && meeting.myPermissions.includes('JOIN');
  const button = (what: Act, kind: 'primary' | 'secondary' | 'tertiary'): ReactNode => (
    <Button
      kind={kind}
      busy={act.isPending && act.variables === what}
      disabled={act.isPending && act.variables !== what}
      onClick={() => (what === 'adjourn' || what === 'cancel' ? setSure(what) : act.mutate(what))}
    >
      {t(`desk.act.${what}`)}
    </Button>
  );
  return (
    <article className={meeting.rehearsal ? 'card meeting meeting-rehearsal' : 'card meeting'}>
      <div className="meeting-head">
        <StateBadge state={meeting.state} />
        {meeting.rehearsal ? <Badge tone="warning">{t('meeting.rehearsal')}</Badge> : null}
        {meeting.broadcast || meeting.rehearsal ? null : <Badge tone="gray">{t('meeting.notForCitizens')}</Badge>}
        {meeting.myRole ? (
          <span className="quiet">{t('desk.myRole', { role: t(`role.${meeting.myRole}`) })}</span>
        ) : null}
      </div>
      <h3>
        {titled(meeting, i18n.language)}
        {meeting.ordinal === null ? null : (
          <span className="ordinal"> {t('meeting.ordinal', { n: meeting.ordinal })}</span>
        )}
      </h3>
      <p className="when">
        {dateOf(meeting.date)} {timeOf(meeting.startsAt)}
        {meeting.state === 'IN_SESSION' && meeting.startedAt ? <Running since={meeting.startedAt} /> : null}
        {meeting.adjournedAt
          ? ` · ${t(meeting.adjournedEmpty ? 'desk.adjournedEmpty' : 'desk.adjournedAt', { time: timeOf(meeting.adjournedAt) })}`
          : null}
      </p>
      <ProblemNotice error={act.error ?? decide.error} />
      <div className="buttons">
        {joins ? (
          <Link to="/m/$id" params={{ id: meeting.id }} className="krds-btn primary xlarge">
            <Icon name="camera" />
            {t('desk.join')}
          </Link>
        ) : null}
        {runs && meeting.state === 'SCHEDULED' ? button('open', 'primary') : null}
        {runs && meeting.state === 'OPEN' ? button('start', 'secondary') : null}
        {runs && meeting.state === 'IN_SESSION' ? button('adjourn', 'tertiary') : null}
        {runs && (meeting.state === 'SCHEDULED' || meeting.state === 'OPEN') ? button('cancel', 'tertiary') : null}
        {meeting.myPermissions.includes('INVITE') && meeting.state !== 'CANCELLED' && meeting.state !== 'ADJOURNED' ? (
          <Button kind="tertiary" icon="person" onClick={onInvite}>
            {t('invite.title')}
          </Button>
        ) : null}
        {hasMinutes(meeting) ? (
          <Link to="/meetings/$id/minutes" params={{ id: meeting.id }} className="krds-btn tertiary medium">
            <Icon name="text" />
            {t('minutes.link')}
          </Link>
        ) : null}
        {meeting.state === 'ADJOURNED' && !meeting.rehearsal && meeting.broadcast ? (
          <Link to="/meetings/$id" params={{ id: meeting.id }} className="krds-btn secondary medium">
            {t('desk.recording')}
          </Link>
        ) : null}
        {runs && maySwitch(meeting) ? (
          <Button kind="tertiary" busy={decide.isPending} onClick={() => decide.mutate()}>
            {t(meeting.broadcast ? 'desk.closeToCitizens' : 'desk.openToCitizens')}
          </Button>
        ) : null}
        {(isOn || meeting.state === 'ADJOURNED') && meeting.myPermissions.includes('SEE_INTERNAL') ? (
          <Link to="/attendance/$id" params={{ id: meeting.id }} className="krds-btn tertiary medium">
            {t('attendance.ofMeeting')}
          </Link>
        ) : null}
      </div>
      {meeting.state !== 'CANCELLED' && meeting.myPermissions.includes('SEE_INTERNAL') ? (
        <PackDownload meeting={meeting.id} />
      ) : null}
      {meeting.state === 'SCHEDULED' && !runs ? <p className="quiet">{t('desk.notOpen')}</p> : null}
      {sure ? (
        <Dialog title={t(`desk.sure.${sure}.title`)} onClose={() => setSure(null)}>
          <p>{t(`desk.sure.${sure}.text`)}</p>
          <div className="dialog-buttons">
            <Button kind="tertiary" onClick={() => setSure(null)}>
              {t('action.back')}
            </Button>
            <Button danger busy={act.isPending} onClick={() => act.mutate(sure)}>
              {t(`desk.act.${sure}`)}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </article>
  );
}

/** Before it begins both ways; once it runs it can only be opened to citizens. */
function maySwitch({ state, rehearsal, broadcast }: Meeting): boolean {
  return !rehearsal && (state === 'SCHEDULED' || state === 'OPEN' || (state === 'IN_SESSION' && !broadcast));
}

function Running({ since }: { since: string }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  return <> · {t('desk.running', { time: elapsed(now - Date.parse(since)) })}</>;
}
