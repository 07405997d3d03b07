import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay, CalendarMeeting } from '@/api';
import { weekdayOf } from '@/features/series/recurrence.ts';
import { timeOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { FROM_SUNDAY, weeks } from './month.ts';

const TONES = { SCHEDULED: 'information', IN_SESSION: 'success', ADJOURNED: 'gray', CANCELLED: 'danger' } as const;

interface Props {
  caption: string;
  days: CalendarDay[];
  today: string;
}

/** A month in weeks; on a phone the days on which something is, one under the other. */
export function MonthTable({ caption, days, today }: Props): ReactNode {
  const { t } = useTranslation();
  const empty = days.every((day) => day.meetings.length === 0);
  return (
    <>
      {empty ? <p className="quiet">{t('calendar.emptyMonth')}</p> : null}
      <table className="month">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {FROM_SUNDAY.map((day) => (
              <th key={day} scope="col">
                {t(`weekdayShort.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks(days).map((week) => (
            <tr key={week.find((day) => day !== null)?.date}>
              {week.map((day, place) =>
                day === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a place outside the month is only its place
                  <td key={place} className="month-outside" />
                ) : (
                  <Day key={day.date} day={day} isToday={day.date === today} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Day({ day, isToday }: { day: CalendarDay; isToday: boolean }): ReactNode {
  const { t, i18n } = useTranslation();
  const weekday = weekdayOf(day.date);
  const number = Number(day.date.slice(8));
  const english = i18n.language === 'en';
  const holiday = english ? (day.holidayEn ?? day.holiday) : day.holiday;
  const said = day.meetings.length > 0;
  const classes = [
    'month-day',
    said ? '' : 'month-nothing',
    holiday !== null || weekday === 'SUNDAY' ? 'month-rest' : '',
  ];
  return (
    <td className={classes.filter(Boolean).join(' ')} aria-current={isToday ? 'date' : undefined}>
      <p className="month-number">
        <span>{number}</span>
        <span className="month-weekday">{t(`weekdayShort.${weekday}`)}</span>
        {holiday ? <span className="month-holiday">{holiday}</span> : null}
      </p>
      {day.meetings.map((meeting) => (
        <Sitting key={meeting.id ?? meeting.startsAt} meeting={meeting} />
      ))}
    </td>
  );
}

function Sitting({ meeting }: { meeting: CalendarMeeting }): ReactNode {
  const { t } = useTranslation();
  const { id, state, ordinal } = meeting;
  const name = (
    <>
      <span className="nowrap">{timeOf(meeting.startsAt)}</span>
      {ordinal === null ? '' : ` ${t('meeting.ordinal', { n: ordinal })}`}
    </>
  );
  return (
    <p className="month-meeting">
      {state === 'IN_SESSION' ? (
        <Link to="/">{name}</Link>
      ) : state === 'ADJOURNED' && id !== null ? (
        <Link to="/meetings/$id" params={{ id }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}{' '}
      <Badge tone={TONES[state]}>{t(`meeting.state.${state}`)}</Badge>
    </p>
  );
}
