import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gridOf } from '@/live/grid.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import type { Slot } from '@/live/slots.ts';
import { Icon } from '@/ui/Icon.tsx';
import { PersonTile } from './PersonTile.tsx';

/** Everybody in equal tiles; pages when they would become too small, and only this page's pictures are fetched. */
export function GridView({ room, slots }: { room: RoomModel; slots: Slot[] }): ReactNode {
  const { t } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [wanted, setWanted] = useState(0);
  useEffect(() => {
    if (area.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(area.current);
    return () => observer.disconnect();
  }, []);
  const grid = gridOf(slots.length, size.width, size.height);
  const pages = Math.max(1, Math.ceil(slots.length / grid.perPage));
  const page = Math.min(wanted, pages - 1);
  const shown = slots.slice(page * grid.perPage, (page + 1) * grid.perPage);
  return (
    <div className="grid-view">
      <div className="grid-area" ref={area}>
        {size.width === 0 ? null : (
          <div
            className="grid"
            style={{
              gridTemplateColumns: `repeat(${Math.min(grid.columns, Math.max(1, shown.length))}, ${grid.tileWidth}px)`,
            }}
          >
            {shown.map((slot) => (
              <PersonTile
                key={slot.identity}
                room={room}
                slot={slot}
                style={{ width: grid.tileWidth, height: grid.tileHeight }}
              />
            ))}
          </div>
        )}
      </div>
      {pages > 1 ? (
        <nav className="pages" aria-label={t('room.pages')}>
          <button type="button" className="icon-button" disabled={page === 0} onClick={() => setWanted(page - 1)}>
            <Icon name="previous" />
            <span className="sr-only">{t('room.previousPage')}</span>
          </button>
          <span aria-live="polite">{t('room.page', { page: page + 1, pages })}</span>
          <button
            type="button"
            className="icon-button"
            disabled={page === pages - 1}
            onClick={() => setWanted(page + 1)}
          >
            <Icon name="next" />
            <span className="sr-only">{t('room.nextPage')}</span>
          </button>
        </nav>
      ) : null}
    </div>
  );
}
