import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import { Button } from '@/ui/Button.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { useWatched } from '@/ui/useWatched.ts';

/** What somebody in the room must know now, each in one sentence. */
export function RoomNotices({ room, programme }: { room: RoomModel; programme: ProgrammeModel }): ReactNode {
  const { t, i18n } = useTranslation();
  const state = useWatched(room.state);
  const followed = useWatched(programme.state);
  const english = i18n.language === 'en';
  const host = room.may('GO_ON_AIR');
  const trouble = followed.programme?.problem ?? null;
  return (
    <div className="room-notices">
      {state.phase === 'reconnecting' ? <Line tone="warning">{t('room.reconnecting')}</Line> : null}
      {followed.link === 'offline' ? <Line tone="warning">{t('room.serverGone')}</Line> : null}
      {state.soundBlocked ? (
        <Line tone="warning">
          {t('room.soundBlocked')}
          <Button size="xsmall" icon="volume" onClick={() => void room.startSound()}>
            {t('player.soundOn')}
          </Button>
        </Line>
      ) : null}
      {state.mutedByHost ? <Line onDismiss={() => room.dismiss()}>{t('room.mutedByHost')}</Line> : null}
      {state.failedDevice ? (
        <Line tone="warning" onDismiss={() => room.dismiss()}>
          {t(`room.failed.${state.failedDevice}`)}
        </Line>
      ) : null}
      {host && followed.mismatch ? (
        <Line tone="danger">{t(followed.programme?.wanted === 'ON_AIR' ? 'room.mismatchOn' : 'room.mismatchOff')}</Line>
      ) : null}
      {host && trouble ? <Line tone="danger">{english ? trouble.en : trouble.ko}</Line> : null}
      {followed.problem ? (
        <Line tone="danger" onDismiss={() => programme.dismiss()}>
          {asProblem(followed.problem).sentence(i18n.language)}
        </Line>
      ) : null}
      {followed.muted !== null ? (
        <Line onDismiss={() => programme.dismiss()}>{t('people.muted', { count: followed.muted })}</Line>
      ) : null}
      {followed.letIn !== null ? (
        <Line onDismiss={() => programme.dismiss()}>{t('people.letInDone', { name: followed.letIn })}</Line>
      ) : null}
    </div>
  );
}

interface LineProps {
  tone?: 'info' | 'warning' | 'danger';
  onDismiss?: () => void;
  children: ReactNode;
}

function Line({ tone = 'info', onDismiss, children }: LineProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={`room-notice room-notice-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={tone === 'info' ? 'info' : 'warning'} />
      <p>{children}</p>
      {onDismiss ? (
        <button type="button" className="icon-button" aria-label={t('action.close')} onClick={onDismiss}>
          <Icon name="close" />
        </button>
      ) : null}
    </div>
  );
}
