import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { titled } from '@/i18n/format.ts';
import type { CurrentItem } from '@/live/ProgrammeModel.ts';
import { useNow } from '@/ui/useNow.ts';
import { clockText, timing } from './timer.ts';
import './agenda.css';

/** What is being talked about and how long already: red when it is over its time, never cut. */
export function CurrentItemBar({ item }: { item: CurrentItem }): ReactNode {
  const { t, i18n } = useTranslation();
  const { seconds, over } = timing(item.startedAt, item.minutes, useNow());
  return (
    <section className={over ? 'item-bar item-over' : 'item-bar'} aria-label={t('agenda.current')}>
      <p className="item-bar-title">
        {item.unit === '' || item.title.startsWith(item.unit) ? null : <span>{item.unit}</span>}
        <strong>{titled(item, i18n.language)}</strong>
        {item.open ? null : <em>{t('agenda.internal')}</em>}
      </p>
      <p className="item-bar-time">
        <time>{clockText(seconds)}</time> / {clockText(item.minutes * 60)}
        {over ? <em>{t('agenda.over')}</em> : null}
      </p>
    </section>
  );
}
