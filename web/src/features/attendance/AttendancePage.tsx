import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listAttendance, type UnitAttendance } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { SeriesPeriod } from '@/features/series/SeriesPeriod.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import './attendance.css';

/** How regularly each unit and each of its people came to the meetings of a series. */
export function AttendancePage(): ReactNode {
  const { t } = useTranslation();
  const { series } = useSearch({ from: '/attendance' });
  return (
    <Staff title={t('attendance.overTitle')}>
      {() => (
        <SeriesPeriod first={series} none={t('attendance.none')}>
          {(of, from, to) => <Units series={of} from={from} to={to} />}
        </SeriesPeriod>
      )}
    </Staff>
  );
}

function Units({ series, from, to }: { series: string; from: string; to: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['attendance', series, from, to],
    queryFn: () => listAttendance(series, { from, to }),
    placeholderData: keepPreviousData,
  });
  // A refused period stands beside its sentence, not beside the figures of another one.
  const shown = query.error ? { ...query, data: undefined } : query;
  return (
    <Load query={shown}>
      {(units) =>
        units.length === 0 ? (
          <Empty icon="people" title={t('attendance.none')} />
        ) : (
          <Table
            caption={t('attendance.overTitle')}
            head={[
              t('attendance.unit'),
              t('attendance.times'),
              t('attendance.rate'),
              t('attendance.acting'),
              t('attendance.people'),
            ]}
          >
            {units.map((unit) => (
              <UnitRow key={unit.unitId ?? unit.unit} unit={unit} />
            ))}
          </Table>
        )
      }
    </Load>
  );
}

function UnitRow({ unit }: { unit: UnitAttendance }): ReactNode {
  const { t } = useTranslation();
  const percent = Math.round((100 * unit.attended) / unit.held);
  return (
    <tr>
      <th scope="row">{unit.unit || t('attendance.noUnit')}</th>
      <td data-head={t('attendance.times')}>{t('attendance.of', { attended: unit.attended, held: unit.held })}</td>
      <td data-head={t('attendance.rate')}>
        <span className="attendance-rate">
          <progress max={unit.held} value={unit.attended} aria-hidden="true" />
          {percent}%
        </span>
      </td>
      <td data-head={t('attendance.acting')}>{unit.acting === 0 ? '–' : t('attendance.count', { n: unit.acting })}</td>
      <td data-head={t('attendance.people')}>
        {unit.people.length === 0 ? (
          '–'
        ) : (
          <ul className="attendance-people">
            {unit.people.map((person) => (
              <li key={person.identity}>
                {person.name} {person.post ? <span className="quiet">{person.post}</span> : null}{' '}
                <span className="nowrap">
                  {t('attendance.count', { n: person.attended })}
                  {person.acting > 0 ? ` (${t('attendance.actingCount', { n: person.acting })})` : null}
                </span>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
