import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Series } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { dateOf } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { MembersDialog } from './MembersDialog.tsx';
import { OrdinalDialog } from './OrdinalDialog.tsx';
import { seriesQuery } from './queries.ts';
import { recurrenceText } from './recurrenceText.ts';
import { SeriesDialog } from './SeriesDialog.tsx';
import './series.css';

type Open = { what: 'new' } | { what: 'edit' | 'members' | 'ordinal'; series: Series } | null;

export function SeriesPage(): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  return (
    <Staff
      administrator
      title={t('staff.series')}
      actions={
        <Button icon="plus" onClick={() => setOpen({ what: 'new' })}>
          {t('series.new')}
        </Button>
      }
    >
      {() => (
        <>
          <p className="back">
            <Link to="/admin/holidays">{t('holidays.title')}</Link>
          </p>
          <SeriesList onOpen={setOpen} />
          {open?.what === 'new' ? <SeriesDialog series={null} onClose={() => setOpen(null)} /> : null}
          {open?.what === 'edit' ? <SeriesDialog series={open.series} onClose={() => setOpen(null)} /> : null}
          {open?.what === 'ordinal' ? <OrdinalDialog series={open.series} onClose={() => setOpen(null)} /> : null}
          {open?.what === 'members' ? <MembersDialog series={open.series} onClose={() => setOpen(null)} /> : null}
        </>
      )}
    </Staff>
  );
}

function SeriesList({ onOpen }: { onOpen: (open: Open) => void }): ReactNode {
  const { t } = useTranslation();
  const series = useQuery(seriesQuery);
  return (
    <Load query={series}>
      {(list) =>
        list.length === 0 ? (
          <Empty icon="calendar" title={t('series.none')} />
        ) : (
          list.map((each) => (
            <article className="card" key={each.id}>
              <h2>
                {each.name} <span className="quiet">{each.nameEn}</span>
              </h2>
              <dl className="facts">
                <div>
                  <dt>{t('field.startsAt')}</dt>
                  <dd>
                    {recurrenceText(t, each.recurrence)} {each.startsAt}
                  </dd>
                </div>
                <div>
                  <dt>{t('series.opens')}</dt>
                  <dd>{t('series.minutesBefore', { n: each.opensMinutesBefore })}</dd>
                </div>
                <div>
                  <dt>{t('series.length')}</dt>
                  <dd>{t('series.minutes', { n: each.minutes })}</dd>
                </div>
                <div>
                  <dt>{t('field.from')}</dt>
                  <dd>{dateOf(each.from)}</dd>
                </div>
                <div>
                  <dt>{t('series.onHolidays')}</dt>
                  <dd>{t(`onHolidays.${each.onHolidays}`)}</dd>
                </div>
                <div>
                  <dt>{t('series.next')}</dt>
                  <dd>
                    {t('meeting.ordinal', { n: each.nextOrdinal })}{' '}
                    <Button
                      kind="tertiary"
                      size="xsmall"
                      aria-label={`${each.name} ${t('series.next')} ${t('action.edit')}`}
                      onClick={() => onOpen({ what: 'ordinal', series: each })}
                    >
                      {t('action.edit')}
                    </Button>
                  </dd>
                </div>
              </dl>
              <div className="buttons">
                <Link
                  className="krds-btn secondary medium"
                  to="/admin/series/$id"
                  params={{ id: each.id }}
                  aria-label={`${each.name} ${t('series.schedule')}`}
                >
                  <Icon name="calendar" />
                  {t('series.schedule')}
                </Link>
                <Button
                  kind="secondary"
                  icon="people"
                  aria-label={`${each.name} ${t('series.members')}`}
                  onClick={() => onOpen({ what: 'members', series: each })}
                >
                  {t('series.members')}
                </Button>
                <Button
                  kind="tertiary"
                  aria-label={`${each.name} ${t('action.edit')}`}
                  onClick={() => onOpen({ what: 'edit', series: each })}
                >
                  {t('action.edit')}
                </Button>
              </div>
            </article>
          ))
        )
      }
    </Load>
  );
}
