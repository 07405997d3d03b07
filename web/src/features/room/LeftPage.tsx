import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me, Meeting } from '@/api';
import { Page } from '@/app/Page.tsx';
import { titled } from '@/i18n/format.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Empty } from '@/ui/States.tsx';

interface Props {
  why: 'removed' | 'ended' | 'elsewhere' | 'refused' | 'cancelled';
  meeting: Meeting;
  me: Me;
  room?: RoomModel;
}

const NO_DEVICES = {
  microphone: false,
  camera: false,
  microphoneId: undefined,
  cameraId: undefined,
  speakerId: undefined,
};

/** Why somebody is not in the room any more, and where to go from here. */
export function LeftPage({ why, meeting, me, room }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const problem = room?.state.get().problem ?? null;
  const again = room !== undefined && (why === 'elsewhere' || why === 'refused');
  return (
    <Page title={titled(meeting, i18n.language)} nav={<span />}>
      <Empty icon={why === 'ended' ? 'check' : 'leave'} title={t(`left.${why}`)}>
        {why === 'ended' && meeting.adjournedEmpty ? <p>{t('left.endedEmpty')}</p> : null}
        {why === 'refused' ? <ProblemNotice error={problem} /> : null}
        <div className="buttons">
          {again ? (
            <Button size="large" onClick={() => void room.enter(NO_DEVICES)}>
              {t('left.again')}
            </Button>
          ) : null}
          {why === 'ended' && !meeting.rehearsal ? (
            <Link to="/meetings/$id" params={{ id: meeting.id }} className="krds-btn secondary large">
              {t('desk.recording')}
            </Link>
          ) : null}
          <Link to={me.kind === 'guest' ? '/' : '/desk'} className="krds-btn tertiary large">
            {t(me.kind === 'guest' ? 'left.home' : 'left.desk')}
          </Link>
        </div>
      </Empty>
    </Page>
  );
}
