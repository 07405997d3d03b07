import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '@/api';
import { titled } from '@/i18n/format.ts';
import type { CurrentItem } from '@/live/ProgrammeModel.ts';
import { useNow } from '@/ui/useNow.ts';
import { clockText, timing } from './timer.ts';
import './agenda.css';

interface Props {
  item: CurrentItem;
  present: readonly Participant[];
}

/**
 * What is being talked about, who presents it and how long already: red when it is over its time, never cut. That
 * nobody of the unit is here is for the room to know alone.
 */
export function CurrentItemBar({ item, present }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const { seconds, over } = timing(item.startedAt, item.minutes, useNow());
  const presenters = present.filter((one) => item.unit !== '' && one.unit === item.unit);
  return (
    <section className={over ? 'item-bar item-over' : 'item-bar'} aria-label={t('agenda.current')}>
      <p className="item-bar-title">
        {item.unit === '' || item.title.startsWith(item.unit) ? null : <span>{item.unit}</span>}
        <strong>{titled(item, i18n.language)}</strong>
        {item.unit === '' ? null : presenters.length === 0 ? (
          <em>{t('agenda.notHere', { unit: item.unit })}</em>
        ) : (
          <span>{presenters.map((one) => [one.post, one.name].filter(Boolean).join(' ')).join(', ')}</span>
        )}
        {item.open ? null : <em>{t('agenda.internal')}</em>}
      </p>
      <p className="item-bar-time">
        <time>{clockText(seconds)}</time> / {clockText(item.minutes * 60)}
        {over ? <em>{t('agenda.over')}</em> : null}
      </p>
    </section>
  );
}
