import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me, Meeting } from '@/api';
import { Page } from '@/app/Page.tsx';
import { dateOf, timeOf, titled } from '@/i18n/format.ts';
import { browserDevices } from '@/live/browserDevices.ts';
import { DeviceCheck } from '@/live/DeviceCheck.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import { plate } from '@/live/slots.ts';
import { Button } from '@/ui/Button.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Empty } from '@/ui/States.tsx';
import { DeviceCard } from './DeviceCard.tsx';

interface Props {
  meeting: Meeting;
  me: Me;
  room: RoomModel;
  returning?: boolean;
}

/** The door of the room: see and hear yourself, then one big button. */
export function JoinPage({ meeting, me, room, returning = false }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const isOpen = meeting.state === 'OPEN' || meeting.state === 'IN_SESSION';
  return (
    <Page title={titled(meeting, i18n.language)} nav={<HomeLink me={me} />}>
      <p className="when">
        {dateOf(meeting.date)} {timeOf(meeting.startsAt)}
        {meeting.ordinal === null ? '' : ` · ${t('meeting.ordinal', { n: meeting.ordinal })}`}
        {meeting.rehearsal ? ` · ${t('meeting.rehearsal')}` : ''}
      </p>
      {returning ? <Notice>{t('left.left')}</Notice> : null}
      {!isOpen ? (
        <Empty icon="calendar" title={t('join.notOpen')}>
          <p>{t('join.notOpenText')}</p>
        </Empty>
      ) : !meeting.myPermissions.includes('JOIN') ? (
        <Empty icon="person" title={t('join.denied')} />
      ) : meeting.myPermissions.includes('PUBLISH_MEDIA') ? (
        <Check me={me} room={room} />
      ) : (
        <div className="card form-card">
          <p>{t('join.watchOnly')}</p>
          <Button size="xlarge" className="wide" onClick={() => void room.enter(chosen(null))}>
            {t('join.button')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function HomeLink({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  return me.kind === 'guest' ? <span /> : <Link to="/desk">{t('staff.desk')}</Link>;
}

function Check({ me, room }: { me: Me; room: RoomModel }): ReactNode {
  const { t } = useTranslation();
  const [check] = useState(() => new DeviceCheck(browserDevices));
  useEffect(() => {
    void check.start();
    return () => check.stop();
  }, [check]);
  const enter = (): void => {
    const choices = chosen(check);
    check.stop();
    void room.enter(choices);
  };
  return (
    <DeviceCard check={check} name={plate({ unit: me.unit, post: me.post, name: me.name ?? '' })}>
      <Button size="xlarge" className="wide" onClick={enter}>
        {t('join.button')}
      </Button>
    </DeviceCard>
  );
}

function chosen(check: DeviceCheck<MediaStream> | null) {
  const state = check?.state.get();
  return {
    // Still being asked is a wish too: whoever is quick comes in with both.
    microphone: state?.microphone === 'ok' || state?.microphone === 'asking',
    camera: state?.camera === 'ok' || state?.camera === 'asking',
    microphoneId: state?.microphoneId,
    cameraId: state?.cameraId,
    speakerId: state?.speakerId,
  };
}
