import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PublicPhase, publicMonth, publicSeriesPage, type SeriesPage } from '@/api';
import { Page } from '@/app/Page.tsx';
import { NotifyButton } from '@/features/push/NotifyButton.tsx';
import { dateOf, koreanDay, named } from '@/i18n/format.ts';
import { Icon } from '@/ui/Icon.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { MonthTable } from './MonthTable.tsx';
import { monthOf, monthsAway } from './month.ts';
import './calendar.css';

/** One series under its permanent address: what it was called on a day, its meetings month by month, its story. */
export function SeriesCalendarPage(): ReactNode {
  const { t, i18n } = useTranslation();
  const { id } = useParams({ from: '/series/$id' });
  const search = useSearch({ from: '/series/$id' });
  const today = koreanDay(Date.now());
  const day = search.day ?? today;
  const series = useQuery({
    queryKey: ['public-series-page', id, day],
    queryFn: () => publicSeriesPage(id, { day }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={series.data ? named(series.data, i18n.language) : t('page.calendar')}>
      <Load query={series}>
        {(page) => (
          <>
            {page.theme ? <p className="series-theme">{page.theme}</p> : null}
            <Renamed page={page} today={today} />
            <Month id={id} day={day} today={today} />
            <Subscribe id={id} />
            <Phases id={id} phases={page.phases} day={page.day} />
          </>
        )}
      </Load>
    </Page>
  );
}

/** A day of long ago shows the name of then; people who know only today's are told. */
function Renamed({ page, today }: { page: SeriesPage; today: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const now = page.phases.findLast((phase) => phase.from <= today);
  if (now === undefined || named(now, i18n.language) === named(page, i18n.language)) return null;
  return <Notice>{t('calendar.renamed', { day: dateOf(page.day), name: named(now, i18n.language) })}</Notice>;
}

function Month({ id, day, today }: { id: string; day: string; today: string }): ReactNode {
  const { t } = useTranslation();
  const month = monthOf(day);
  const [year = '', number = ''] = month.split('-');
  const days = useQuery({
    queryKey: ['public-month', id, month],
    queryFn: () => publicMonth(id, month),
    placeholderData: keepPreviousData,
  });
  const title = t('calendar.month', { year, month: Number(number) });
  return (
    <section className="block" aria-labelledby="month">
      <div className="month-head">
        <Link to="/series/$id" params={{ id }} search={{ day: monthsAway(day, -1) }} resetScroll={false}>
          <Icon name="previous" />
          <span>{t('calendar.before')}</span>
        </Link>
        <h2 id="month" aria-live="polite">
          {title}
        </h2>
        <Link to="/series/$id" params={{ id }} search={{ day: monthsAway(day, 1) }} resetScroll={false}>
          <span>{t('calendar.after')}</span>
          <Icon name="next" />
        </Link>
      </div>
      {month === monthOf(today) ? null : (
        <p className="month-today">
          <Link to="/series/$id" params={{ id }} resetScroll={false}>
            {t('calendar.today')}
          </Link>
        </p>
      )}
      <Load query={days}>{(known) => <MonthTable caption={title} days={known} today={today} />}</Load>
    </section>
  );
}

function Subscribe({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const file = (ending: string): string => `/api/v1/public/series/${id}/meetings.${ending}`;
  return (
    <section className="block" aria-labelledby="subscribe">
      <h2 id="subscribe">{t('calendar.subscribe')}</h2>
      <p className="quiet">{t('calendar.subscribeText')}</p>
      <div className="row-buttons">
        <a href={file('ics')}>{t('calendar.ics')}</a>
        <a href={file('atom')}>{t('calendar.atom')}</a>
        <NotifyButton series={id} />
      </div>
    </section>
  );
}

function Phases({ id, phases, day }: { id: string; phases: PublicPhase[]; day: string }): ReactNode {
  const { t, i18n } = useTranslation();
  if (phases.length < 2) return null;
  const shown = phases.findLast((phase) => phase.from <= day) ?? phases[0];
  return (
    <section className="block" aria-labelledby="phases">
      <h2 id="phases">{t('calendar.phases')}</h2>
      <ol className="series-phases">
        {phases.map((phase) => (
          <li key={phase.from}>
            <Link
              to="/series/$id"
              params={{ id }}
              search={{ day: phase.from }}
              aria-current={phase === shown ? 'true' : undefined}
            >
              {named(phase, i18n.language)}
            </Link>
            <span className="quiet">
              {dateOf(phase.from)}–{phase.until === null ? '' : dateOf(phase.until)}
              {phase.theme ? ` · ${phase.theme}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
