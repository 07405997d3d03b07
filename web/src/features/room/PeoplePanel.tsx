import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorNow } from '@/api';
import { timeOf } from '@/i18n/format.ts';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import { bySeat, type Slot } from '@/live/slots.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { useWatched } from '@/ui/useWatched.ts';
import { PanelFrame } from './PanelFrame.tsx';

interface Props {
  room: RoomModel;
  programme: ProgrammeModel;
  onClose: () => void;
}

/** Who is here, in seat order, with what a moderator may do to each. */
export function PeoplePanel({ room, programme, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const { slots } = useWatched(room.state);
  const { busy, removed, floor } = useWatched(programme.state);
  const [removing, setRemoving] = useState<Slot | null>(null);
  const here = slots.filter((slot) => !slot.gone).sort(bySeat);
  const moderates = room.may('MODERATE');
  useEffect(() => {
    if (moderates) void programme.askRemoved();
  }, [moderates, programme]);
  return (
    <PanelFrame title={t('room.people', { count: here.length })} onClose={onClose}>
      <div className="panel-buttons">
        {moderates ? (
          <Button
            kind="secondary"
            size="small"
            icon="mic-off"
            busy={busy === 'mute-all'}
            onClick={() => void programme.muteAll()}
          >
            {t('people.muteAll')}
          </Button>
        ) : null}
        <Button kind="tertiary" size="small" onClick={() => room.sortBySeat()}>
          {t('people.sort')}
        </Button>
      </div>
      <ul className="people">
        {here.map((slot) => (
          <PersonRow
            key={slot.identity}
            slot={slot}
            moderates={moderates && !slot.local}
            floor={moderates ? floor : null}
            onFloor={() => void programme.giveFloor(slot.identity)}
            onQuestion={() => void programme.askBetween(slot.identity)}
            onLower={() => void programme.lowerHand(slot.identity)}
            onMute={(kind) => void programme.mute(slot.identity, kind)}
            onRemove={() => setRemoving(slot)}
          />
        ))}
      </ul>
      {moderates && removed.length > 0 ? (
        <section className="panel-part people-removed">
          <h3>{t('people.removed')}</h3>
          <ul className="people">
            {removed.map((removal) => (
              <li key={removal.identity} className="person">
                <div className="person-text">
                  <strong>{removal.name}</strong>
                  <span>{t('people.removedBy', { time: timeOf(removal.at), by: removal.by })}</span>
                </div>
                <Button
                  kind="tertiary"
                  size="xsmall"
                  disabled={busy === 'let-in'}
                  aria-label={t('people.letInOne', { name: removal.name })}
                  onClick={() => void programme.letInAgain(removal)}
                >
                  {t('people.letIn')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {removing ? (
        <Dialog title={t('people.removeTitle', { name: removing.name })} onClose={() => setRemoving(null)}>
          <p>{t('people.removeText')}</p>
          <div className="dialog-buttons">
            <Button kind="tertiary" onClick={() => setRemoving(null)}>
              {t('action.back')}
            </Button>
            <Button
              danger
              onClick={() => {
                void programme.remove(removing.identity);
                setRemoving(null);
              }}
            >
              {t('people.remove')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </PanelFrame>
  );
}

interface RowProps {
  slot: Slot;
  moderates: boolean;
  /** Of whoever may give it away; null for all others. */
  floor: FloorNow | null;
  onFloor: () => void;
  onQuestion: () => void;
  onLower: () => void;
  onMute: (kind: 'MICROPHONE' | 'CAMERA') => void;
  onRemove: () => void;
}

function PersonRow({ slot, moderates, floor, onFloor, onQuestion, onLower, onMute, onRemove }: RowProps): ReactNode {
  const { t } = useTranslation();
  const place = [slot.unit, slot.post].filter(Boolean).join(' · ');
  const speaks = floor?.speaking?.identity === slot.identity;
  const raised = floor?.hands.some((hand) => hand.identity === slot.identity) ?? false;
  return (
    <li className={slot.speaking ? 'person person-speaking' : 'person'}>
      <div className="person-text">
        <strong>
          {slot.name}
          {slot.local ? ` (${t('tile.me')})` : ''}
          {slot.simulated ? <span className="tile-mark">{t('tile.simulated')}</span> : null}
        </strong>
        <span>{place || (slot.role ? t(`role.${slot.role}`) : '')}</span>
        {floor === null || speaks ? null : (
          <span className="person-floor">
            <Button kind="tertiary" size="xsmall" onClick={onFloor}>
              {t('floor.give')}
              <span className="sr-only"> {slot.name}</span>
            </Button>
            {floor.speaking === null ? null : (
              <Button kind="tertiary" size="xsmall" onClick={onQuestion}>
                {t('floor.question')}
                <span className="sr-only"> {slot.name}</span>
              </Button>
            )}
            {raised ? (
              <Button kind="tertiary" size="xsmall" onClick={onLower}>
                {t('floor.lower')}
                <span className="sr-only"> {slot.name}</span>
              </Button>
            ) : null}
          </span>
        )}
      </div>
      {moderates ? (
        <div className="person-buttons">
          <button
            type="button"
            className="icon-button"
            disabled={slot.microphone !== 'ON'}
            aria-label={t('people.muteOne', { name: slot.name })}
            onClick={() => onMute('MICROPHONE')}
          >
            <Icon name={slot.microphone === 'ON' ? 'mic' : 'mic-off'} />
          </button>
          <button
            type="button"
            className="icon-button"
            disabled={slot.camera !== 'ON'}
            aria-label={t('people.cameraOne', { name: slot.name })}
            onClick={() => onMute('CAMERA')}
          >
            <Icon name={slot.camera === 'ON' ? 'camera' : 'camera-off'} />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('people.removeOne', { name: slot.name })}
            onClick={onRemove}
          >
            <Icon name="leave" />
          </button>
        </div>
      ) : (
        <span className="person-marks">
          <Icon name={slot.microphone === 'ON' ? 'mic' : 'mic-off'} />
          <span className="sr-only">{t(slot.microphone === 'ON' ? 'tile.unmuted' : 'tile.muted')}</span>
        </span>
      )}
    </li>
  );
}
