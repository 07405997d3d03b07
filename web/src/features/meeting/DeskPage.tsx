import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMeetings, type Me, type Meeting } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { seriesQuery } from '@/features/series/queries.ts';
import { koreanDay } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { InvitationsDialog } from './InvitationsDialog.tsx';
import { MeetingCard } from './MeetingCard.tsx';
import { MeetingRow } from './MeetingRow.tsx';
import { NewMeetingDialog } from './NewMeetingDialog.tsx';
import './meeting.css';

const BACK_DAYS = -14;
const AHEAD_DAYS = 7;

/** What a member of staff sees first: today's meeting, one button to go in, and the host's hand on it. */
export function DeskPage(): ReactNode {
  const { t } = useTranslation();
  return <Staff title={t('staff.desk')}>{(me) => <Desk me={me} />}</Staff>;
}

function Desk({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  const today = koreanDay(Date.now());
  const meetings = useQuery({
    queryKey: ['meetings', today],
    queryFn: () => listMeetings({ from: koreanDay(Date.now(), BACK_DAYS), to: koreanDay(Date.now(), AHEAD_DAYS) }),
    refetchInterval: 10_000,
  });
  const series = useQuery(seriesQuery);
  const [adding, setAdding] = useState<'sitting' | 'rehearsal' | null>(null);
  const [inviting, setInviting] = useState<Meeting | null>(null);
  const hosts =
    me.cityRoles.some((role) => role === 'ADMINISTRATOR' || role === 'HOST' || role === 'CHAIR') ||
    (meetings.data ?? []).some((meeting) => meeting.myPermissions.includes('RUN_MEETING'));
  const isNew = me.cityRoles.includes('ADMINISTRATOR') && series.data?.length === 0;
  const canAdd = hosts && (series.data?.length ?? 0) > 0;
  return (
    <>
      <section aria-labelledby="today">
        <div className="block-head">
          <h2 id="today">{t('desk.today')}</h2>
          {canAdd ? (
            <div className="buttons">
              <Button kind="tertiary" size="small" icon="plus" onClick={() => setAdding('sitting')}>
                {t('desk.newSitting')}
              </Button>
              <Button kind="tertiary" size="small" icon="plus" onClick={() => setAdding('rehearsal')}>
                {t('desk.newRehearsal')}
              </Button>
            </div>
          ) : null}
        </div>
        <Load query={meetings}>
          {(list) => {
            const now = list.filter((meeting) => meeting.date === today || isOn(meeting)).sort(byTime);
            if (isNew) return <FirstSteps />;
            if (now.length === 0) return <Empty icon="calendar" title={t('desk.noneToday')} />;
            return now.map((meeting) => (
              <MeetingCard key={meeting.id} meeting={meeting} onInvite={() => setInviting(meeting)} />
            ));
          }}
        </Load>
      </section>
      {meetings.data ? (
        <>
          <Days
            id="coming"
            title={t('desk.coming')}
            meetings={meetings.data.filter((meeting) => meeting.date > today && !isOn(meeting)).sort(byTime)}
            onInvite={setInviting}
          />
          <Days
            id="recent"
            title={t('desk.recent')}
            meetings={meetings.data
              .filter((meeting) => meeting.date < today && !isOn(meeting))
              .sort((a, b) => byTime(b, a))}
          />
        </>
      ) : null}
      {adding ? (
        <NewMeetingDialog
          series={series.data ?? []}
          rehearsal={adding === 'rehearsal'}
          onClose={() => setAdding(null)}
        />
      ) : null}
      {inviting ? <InvitationsDialog meeting={inviting} onClose={() => setInviting(null)} /> : null}
    </>
  );
}

interface DaysProps {
  id: string;
  title: string;
  meetings: Meeting[];
  onInvite?: (meeting: Meeting) => void;
}

function Days({ id, title, meetings, onInvite }: DaysProps): ReactNode {
  const { t } = useTranslation();
  if (meetings.length === 0) return null;
  return (
    <div className="block">
      <h2 id={id}>{title}</h2>
      <Table caption={title} head={[t('desk.when'), t('desk.meeting'), t('desk.state'), t('desk.actions')]}>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} onInvite={onInvite ? () => onInvite(meeting) : undefined} />
        ))}
      </Table>
    </div>
  );
}

function isOn(meeting: Meeting): boolean {
  return meeting.state === 'OPEN' || meeting.state === 'IN_SESSION';
}

function byTime(a: Meeting, b: Meeting): number {
  return a.startsAt.localeCompare(b.startsAt);
}
