import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HolidayAnswer, listHolidays, withdrawHoliday } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { dateOf, koreanDay, named } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import { HolidayDialog } from './HolidayDialog.tsx';
import { refreshHolidays } from './queries.ts';
import { weekdayOf } from './recurrence.ts';
import './series.css';

/** The public holidays of a year; those decreed for one day can be added and taken back. */
export function HolidaysPage(): ReactNode {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <Staff
      administrator
      title={t('holidays.title')}
      actions={
        <Button icon="plus" onClick={() => setAdding(true)}>
          {t('holidays.new')}
        </Button>
      }
    >
      {() => (
        <>
          <p className="back">
            <Link to="/admin/series">{t('series.toAll')}</Link>
          </p>
          <p>{t('holidays.text')}</p>
          <Holidays />
          {adding ? <HolidayDialog onClose={() => setAdding(false)} /> : null}
        </>
      )}
    </Staff>
  );
}

function Holidays(): ReactNode {
  const { t } = useTranslation();
  const today = koreanDay(Date.now());
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const holidays = useQuery({ queryKey: ['holidays', year], queryFn: () => listHolidays({ year }) });
  return (
    <section className="block" aria-labelledby="holidays">
      <div className="block-head">
        <h2 id="holidays" aria-live="polite">
          {t('holidays.year', { year })}
        </h2>
        <p className="row-buttons">
          <Button kind="tertiary" size="small" icon="previous" onClick={() => setYear(year - 1)}>
            {t('holidays.year', { year: year - 1 })}
          </Button>
          <Button kind="tertiary" size="small" icon="next" onClick={() => setYear(year + 1)}>
            {t('holidays.year', { year: year + 1 })}
          </Button>
        </p>
      </div>
      <Load query={holidays}>
        {(list) => (
          <Table
            caption={t('holidays.year', { year })}
            head={[t('field.date'), t('field.name'), t('holidays.citation'), t('desk.actions')]}
          >
            {list.map((each) => (
              <HolidayRow key={each.date} holiday={each} past={each.date < today} />
            ))}
          </Table>
        )}
      </Load>
    </section>
  );
}

function HolidayRow({ holiday, past }: { holiday: HolidayAnswer; past: boolean }): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => withdrawHoliday(holiday.date),
    onSuccess: () => refreshHolidays(queries),
  });
  const date = `${dateOf(holiday.date)} (${t(`weekdayShort.${weekdayOf(holiday.date)}`)})`;
  return (
    <tr>
      <th scope="row" data-head={t('field.date')}>
        {date}
      </th>
      <td data-head={t('field.name')}>
        <span className="day-why">
          {named(holiday, i18n.language)}
          {holiday.substitute ? <Badge>{t('holidays.substitute')}</Badge> : null}
        </span>
      </td>
      <td data-head={t('holidays.citation')}>{holiday.citation ?? t('holidays.byRule')}</td>
      <td data-head={t('desk.actions')}>
        {holiday.citation === null || past ? null : (
          <>
            <ProblemNotice error={withdraw.error} />
            <Button
              kind="tertiary"
              size="small"
              busy={withdraw.isPending}
              aria-label={t('holidays.withdrawOf', { date })}
              onClick={() => withdraw.mutate()}
            >
              {t('holidays.withdraw')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
