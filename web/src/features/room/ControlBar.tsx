import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import { Icon, type IconName } from '@/ui/Icon.tsx';
import { useWatched } from '@/ui/useWatched.ts';

export type View = 'grid' | 'speaker';
export type Panel = 'agenda' | 'directives' | 'people' | 'host';

interface Props {
  room: RoomModel;
  programme: ProgrammeModel;
  hosts: boolean;
  view: View;
  viewFixed: boolean;
  onView: (view: View) => void;
  panel: Panel | null;
  onPanel: (panel: Panel) => void;
}

/** What is mine: microphone, camera, screen, view, who is here, and the way out. */
export function ControlBar({ room, programme, hosts, view, viewFixed, onView, panel, onPanel }: Props): ReactNode {
  const { t } = useTranslation();
  const state = useWatched(room.state);
  const ready = state.phase === 'connected';
  const publishes = room.may('PUBLISH_MEDIA');
  const canShare = room.may('SHARE_SCREEN') && 'getDisplayMedia' in (navigator.mediaDevices ?? {});
  const { floor } = useWatched(programme.state);
  const me = state.slots.find((slot) => slot.local)?.identity;
  const raised = floor?.hands.some((hand) => hand.identity === me) ?? false;
  const here = state.slots.filter((slot) => !slot.gone).length;
  return (
    <section className="control-bar" id="controls" aria-label={t('room.controls')} tabIndex={-1}>
      {publishes ? (
        <>
          <Control
            icon={state.microphone ? 'mic' : 'mic-off'}
            label={t(state.microphone ? 'room.micOff' : 'room.micOn')}
            tone={state.microphone ? undefined : 'off'}
            disabled={!ready}
            onClick={() => void room.setMicrophone(!state.microphone)}
          />
          <Control
            icon={state.camera ? 'camera' : 'camera-off'}
            label={t(state.camera ? 'room.cameraOff' : 'room.cameraOn')}
            tone={state.camera ? undefined : 'off'}
            disabled={!ready}
            onClick={() => void room.setCamera(!state.camera)}
          />
        </>
      ) : null}
      {publishes && floor !== null ? (
        <Control
          icon="hand"
          label={t(raised ? 'floor.lower' : 'floor.raise')}
          pressed={raised}
          disabled={!ready}
          onClick={() => void (raised ? programme.lowerHand() : programme.raiseHand())}
        />
      ) : null}
      {canShare ? (
        <Control
          icon="screen"
          label={t(state.screen ? 'room.screenOff' : 'room.screenOn')}
          pressed={state.screen}
          disabled={!ready}
          onClick={() => void room.setScreen(!state.screen)}
        />
      ) : null}
      {viewFixed ? null : (
        <Control
          icon={view === 'grid' ? 'speaker' : 'grid'}
          label={t(view === 'grid' ? 'room.toSpeaker' : 'room.toGrid')}
          onClick={() => onView(view === 'grid' ? 'speaker' : 'grid')}
        />
      )}
      {room.may('SEE_INTERNAL') ? (
        <Control icon="list" label={t('agenda.title')} pressed={panel === 'agenda'} onClick={() => onPanel('agenda')} />
      ) : null}
      <Control
        icon="people"
        label={t('room.people', { count: here })}
        pressed={panel === 'people'}
        onClick={() => onPanel('people')}
      />
      {room.may('KEEP_DIRECTIVES') ? (
        <Control
          icon="check"
          label={t('staff.directives')}
          pressed={panel === 'directives'}
          onClick={() => onPanel('directives')}
        />
      ) : null}
      {hosts ? (
        <Control icon="settings" label={t('room.host')} pressed={panel === 'host'} onClick={() => onPanel('host')} />
      ) : null}
      <Control icon="leave" label={t('room.leave')} tone="leave" onClick={() => void room.leave()} />
    </section>
  );
}

interface ControlProps {
  icon: IconName;
  label: string;
  tone?: 'off' | 'leave' | undefined;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

function Control({ icon, label, tone, pressed, disabled, onClick }: ControlProps): ReactNode {
  return (
    <button
      type="button"
      className={tone ? `control control-${tone}` : 'control'}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}
