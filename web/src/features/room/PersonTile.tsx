import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '@/live/RoomConnection.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import { plate, type Slot } from '@/live/slots.ts';
import { Icon } from '@/ui/Icon.tsx';

interface Props {
  room: RoomModel;
  slot: Slot;
  source?: Source;
  style?: CSSProperties;
}

/** One person's place on screen: picture or name card, plate, voice, microphone. */
export function PersonTile({ room, slot, source = 'camera', style }: Props): ReactNode {
  const { t } = useTranslation();
  const frame = useRef<HTMLElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const visible = useVisible(frame);
  const { identity } = slot;
  const has = source === 'screen' ? slot.screen : slot.camera === 'ON';

  useEffect(() => (has && visible ? room.want(identity, source) : undefined), [room, identity, source, has, visible]);
  useEffect(() => {
    if (!has || video.current === null) return;
    return room.attach(identity, source, video.current);
  }, [room, identity, source, has]);

  const said = plate(slot);
  const office = said.slice(0, said.length - slot.name.length).trim();
  const classes = ['tile', slot.speaking ? 'tile-speaking' : '', slot.gone ? 'tile-gone' : '', `tile-${source}`];
  return (
    <figure ref={frame} className={classes.filter(Boolean).join(' ')} style={style}>
      {has ? (
        <video
          ref={video}
          className={slot.local && source === 'camera' ? 'tile-video mirrored' : 'tile-video'}
          autoPlay
          playsInline
          muted
          aria-hidden="true"
          tabIndex={-1}
        />
      ) : (
        <span className="tile-card" aria-hidden="true">
          {[...slot.name][0] ?? ''}
        </span>
      )}
      <figcaption className="tile-plate">
        {slot.gone ? null : slot.microphone === 'ON' ? null : (
          <span className="tile-muted">
            <Icon name="mic-off" />
            <span className="sr-only">{t('tile.muted')}</span>
          </span>
        )}
        <span className="tile-name">
          <span className="tile-office">{office}</span>{' '}
          <span className="tile-who">
            {slot.name}
            {slot.local ? ` (${t('tile.me')})` : ''}
            {source === 'screen' ? ` · ${t('tile.screen')}` : ''}
          </span>
        </span>
        {slot.speaking ? <span className="sr-only">{t('tile.speaking')}</span> : null}
      </figcaption>
      <span className="tile-marks">
        {slot.simulated ? <span className="tile-mark">{t('tile.simulated')}</span> : null}
        {slot.gone ? <span className="tile-mark">{t('tile.gone')}</span> : null}
        {!slot.gone && slot.quality !== 'good' ? (
          <span className="tile-mark">{t(slot.quality === 'lost' ? 'tile.lost' : 'tile.poor')}</span>
        ) : null}
      </span>
    </figure>
  );
}

function useVisible(ref: { current: HTMLElement | null }): boolean {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    if (ref.current === null) return;
    const observer = new IntersectionObserver((entries) => setVisible(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '80px',
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return visible;
}
