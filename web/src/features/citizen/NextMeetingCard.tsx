import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextMeeting } from '@/api';
import { dateOf, timeOf, titled } from '@/i18n/format.ts';
import { Icon } from '@/ui/Icon.tsx';
import { useNow } from '@/ui/useNow.ts';

/** What comes next and how long until then. */
export function NextMeetingCard({ next, serverAhead }: { next: NextMeeting | null; serverAhead: number }): ReactNode {
  const { t, i18n } = useTranslation();
  const now = useNow(serverAhead);
  if (next === null) {
    return (
      <section className="next" aria-labelledby="next-title">
        <Icon name="calendar" />
        <div>
          <h2 id="next-title">{t('citizen.noneNow')}</h2>
          <p>{t('citizen.noNext')}</p>
        </div>
      </section>
    );
  }
  const left = Math.max(0, Date.parse(next.startsAt) - now);
  return (
    <section className="next" aria-labelledby="next-title">
      <Icon name="calendar" />
      <div className="next-what">
        <p className="next-label">{t('citizen.next')}</p>
        <h2 id="next-title">{titled(next, i18n.language)}</h2>
        <p>
          <time dateTime={next.startsAt}>
            {dateOf(next.startsAt)} {timeOf(next.startsAt)}
          </time>
        </p>
      </div>
      <Countdown left={left} />
    </section>
  );
}

function Countdown({ left }: { left: number }): ReactNode {
  const { t } = useTranslation();
  if (left === 0) return <p className="countdown-soon">{t('citizen.soon')}</p>;
  const minutes = Math.floor(left / 60_000);
  const days = Math.floor(minutes / 1_440);
  const values = { days, hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
  const pad = (value: number): string => String(value).padStart(2, '0');
  const clock = `${pad(values.hours)}:${pad(values.minutes)}:${pad(Math.floor(left / 1_000) % 60)}`;
  return (
    <div className="countdown" role="timer" aria-label={t('citizen.left', values)}>
      <span className="countdown-label" aria-hidden="true">
        {t('citizen.leftLabel')}
      </span>
      <span className="countdown-clock" aria-hidden="true">
        {days > 0 ? `${t('citizen.days', { count: days })} ` : ''}
        {clock}
      </span>
    </div>
  );
}
