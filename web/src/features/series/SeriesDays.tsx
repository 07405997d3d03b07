import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesDay } from '@/api';
import { dateOf, koreanDay } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import { daysQuery } from './queries.ts';
import { weekdayOf } from './recurrence.ts';
import type { Opened } from './SeriesSchedulePage.tsx';

/** Days that are shown at once, and more at each press. */
const SPAN = 14;

interface Props {
  series: string;
  onOpen: (open: Opened) => void;
}

/** The days to come: whether and when the series meets, and why one differs. */
export function SeriesDays({ series, onOpen }: Props): ReactNode {
  const { t } = useTranslation();
  const [shown, setShown] = useState(SPAN);
  const now = Date.now();
  const days = useQuery(daysQuery(series, koreanDay(now), koreanDay(now, shown - 1)));
  return (
    <section className="block" aria-labelledby="days">
      <h2 id="days">{t('days.title')}</h2>
      <Load query={days}>
        {(list) => (
          <>
            <Table
              caption={t('days.title')}
              head={[t('field.date'), t('field.startsAt'), t('days.why'), t('desk.actions')]}
            >
              {list.map((day) => (
                <DayRow key={day.date} day={day} onOpen={onOpen} />
              ))}
            </Table>
            {shown < SPAN * 24 ? (
              <p className="more">
                <Button kind="tertiary" onClick={() => setShown(shown + SPAN)}>
                  {t('days.more')}
                </Button>
              </p>
            ) : null}
          </>
        )}
      </Load>
    </section>
  );
}

function DayRow({ day, onOpen }: { day: SeriesDay; onOpen: (open: Opened) => void }): ReactNode {
  const { t } = useTranslation();
  const date = `${dateOf(day.date)} (${t(`weekdayShort.${weekdayOf(day.date)}`)})`;
  return (
    <tr className={day.startsAt === null ? 'day-off' : undefined}>
      <th scope="row" data-head={t('field.date')}>
        {date}
      </th>
      <td data-head={t('field.startsAt')}>{day.startsAt ?? t('days.none')}</td>
      <td data-head={t('days.why')}>
        <DayReason day={day} />
      </td>
      <td data-head={t('desk.actions')}>
        <Button
          kind="tertiary"
          size="small"
          aria-label={t('days.changeOf', { date })}
          onClick={() => onOpen({ what: 'day', day })}
        >
          {t('days.change')}
        </Button>
      </td>
    </tr>
  );
}

/** The holiday and what was decided about the day. */
export function DayReason({ day }: { day: SeriesDay }): ReactNode {
  const { t, i18n } = useTranslation();
  if (day.holiday === null && day.different === null) return null;
  const holiday = i18n.language.startsWith('en') ? day.holidayEn : day.holiday;
  return (
    <span className="day-why">
      {holiday === null ? null : <Badge tone="danger">{holiday}</Badge>}
      {day.different === null ? null : <Badge tone="warning">{t(`days.kinds.${day.different}`)}</Badge>}
      {day.reason}
    </span>
  );
}
