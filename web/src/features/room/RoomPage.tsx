import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as api from '@/api';
import { Page } from '@/app/Page.tsx';
import { meQuery } from '@/app/queries.ts';
import { openLiveKit } from '@/live/livekit.ts';
import { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import { RoomModel } from '@/live/RoomModel.ts';
import { Load } from '@/ui/States.tsx';
import { useWatched } from '@/ui/useWatched.ts';
import { JoinPage } from './JoinPage.tsx';
import { LeftPage } from './LeftPage.tsx';
import { RoomView } from './RoomView.tsx';
import './room.css';

/** A meeting from the inside: the device check, the room, and what is shown afterwards. */
export function RoomPage(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/m/$id' });
  const me = useQuery(meQuery);
  if (me.data?.setupNeeded) return <Navigate to="/setup" replace />;
  if (me.data && !me.data.signedIn) return <Navigate to="/sign-in" search={{ next: `/m/${id}` }} replace />;
  if (me.data === undefined) {
    return (
      <Page title={t('join.title')} nav={<span />}>
        <Load query={me}>{() => null}</Load>
      </Page>
    );
  }
  return <MeetingGate key={id} id={id} me={me.data} />;
}

function MeetingGate({ id, me }: { id: string; me: api.Me }): ReactNode {
  const { t } = useTranslation();
  const meeting = useQuery({ queryKey: ['meeting', id], queryFn: () => api.getMeeting(id) });
  if (meeting.data === undefined) {
    return (
      <Page title={t('join.title')} nav={<span />}>
        <Load query={meeting}>{() => null}</Load>
      </Page>
    );
  }
  return <Inside first={meeting.data} me={me} />;
}

function Inside({ first, me }: { first: api.Meeting; me: api.Me }): ReactNode {
  const [room] = useState(() => new RoomModel(() => api.joinMeeting(first.id), openLiveKit));
  const [programme] = useState(() => new ProgrammeModel(first.id, api));
  const { phase } = useWatched(room.state);
  const followed = useWatched(programme.state).meeting;
  const meeting = followed ?? first;
  useEffect(() => {
    programme.start();
    return () => {
      programme.stop();
      void room.leave();
    };
  }, [programme, room]);
  const over = meeting.state === 'ADJOURNED' || meeting.state === 'CANCELLED';
  useEffect(() => {
    if (over) void room.end();
  }, [over, room]);

  if (over) return <LeftPage why={meeting.state === 'CANCELLED' ? 'cancelled' : 'ended'} meeting={meeting} me={me} />;
  switch (phase) {
    case 'idle':
      return <JoinPage meeting={meeting} me={me} room={room} />;
    case 'joining':
    case 'connected':
    case 'reconnecting':
      return <RoomView room={room} programme={programme} meeting={meeting} />;
    case 'left':
      return <JoinPage meeting={meeting} me={me} room={room} returning />;
    case 'removed':
    case 'ended':
    case 'elsewhere':
    case 'refused':
      return <LeftPage why={phase} meeting={meeting} me={me} room={room} />;
  }
}
