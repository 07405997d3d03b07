import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomModel } from '@/live/RoomModel.ts';
import type { Slot } from '@/live/slots.ts';
import { PersonTile } from './PersonTile.tsx';

interface Props {
  room: RoomModel;
  slots: Slot[];
  featured: string | null;
}

/** Who speaks, or what is shared, large; everybody in a strip below that never reorders. */
export function SpeakerView({ room, slots, featured }: Props): ReactNode {
  const large = slots.find((slot) => slot.identity === featured) ?? slots[0];
  if (large === undefined) return null;
  const source = large.screen ? 'screen' : 'camera';
  return (
    <div className="speaker-view">
      <div className="speaker-large">
        <PersonTile key={`${large.identity}/${source}`} room={room} slot={large} source={source} />
      </div>
      <Strip room={room} slots={slots} />
    </div>
  );
}

/** Everybody, small, below what is large. */
export function Strip({ room, slots }: Pick<Props, 'room' | 'slots'>): ReactNode {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls sideways must be reachable by keyboard
    <section className="strip" aria-label={t('room.strip')} tabIndex={0}>
      {slots.map((slot) => (
        <PersonTile key={slot.identity} room={room} slot={slot} />
      ))}
    </section>
  );
}
