import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttendanceAnswer, type AttendedPerson, type AttendedUnit, getAttendance, getMeeting } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { dateOf, elapsed, timeOf, titled } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import './attendance.css';

const EVERY_MS = 10_000;

/** Who was in one meeting, by unit; who should have been and was not stands there too. */
export function MeetingAttendancePage(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/attendance/$id' });
  return <Staff title={t('attendance.title')}>{() => <OfMeeting id={id} />}</Staff>;
}

function OfMeeting({ id }: { id: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const meeting = useQuery({ queryKey: ['meeting', id], queryFn: () => getMeeting(id) });
  const isOn = meeting.data?.state === 'OPEN' || meeting.data?.state === 'IN_SESSION';
  const attendance = useQuery({
    queryKey: ['attendance', id],
    queryFn: () => getAttendance(id),
    refetchInterval: isOn ? EVERY_MS : false,
  });
  return (
    <Load query={meeting}>
      {(known) => (
        <section className="block" aria-labelledby="attended">
          <h2 id="attended">
            {titled(known, i18n.language)}
            {known.ordinal === null ? null : (
              <span className="ordinal"> {t('meeting.ordinal', { n: known.ordinal })}</span>
            )}
          </h2>
          <p className="quiet">
            {dateOf(known.date)} {timeOf(known.startsAt)} ·{' '}
            <Link to="/attendance" search={{ series: known.seriesId }}>
              {t('attendance.over')}
            </Link>
          </p>
          <Load query={attendance}>{(answer) => <Units answer={answer} />}</Load>
        </section>
      )}
    </Load>
  );
}

function Units({ answer }: { answer: AttendanceAnswer }): ReactNode {
  const { t } = useTranslation();
  if (answer.units.length === 0) return <Empty icon="people" title={t('attendance.nobody')} />;
  return (
    <>
      {answer.expected > 0 ? (
        <p className="attendance-sum">
          {t('attendance.sum', { present: answer.expectedPresent, expected: answer.expected })}
        </p>
      ) : null}
      <Table
        caption={t('attendance.title')}
        head={[t('attendance.unit'), t('attendance.state'), t('attendance.people')]}
      >
        {answer.units.map((unit) => (
          <UnitRow key={unit.unit} unit={unit} />
        ))}
      </Table>
    </>
  );
}

function UnitRow({ unit }: { unit: AttendedUnit }): ReactNode {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{unit.unit || t('attendance.noUnit')}</th>
      <td data-head={t('attendance.state')}>
        <Badge tone={unit.present ? 'success' : 'danger'}>
          {t(unit.present ? 'attendance.present' : 'attendance.absent')}
        </Badge>
      </td>
      <td data-head={t('attendance.people')}>
        {unit.people.length === 0 ? (
          '–'
        ) : (
          <ul className="attendance-people">
            {unit.people.map((person) => (
              <AttendedRow key={person.identity} person={person} />
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function AttendedRow({ person }: { person: AttendedPerson }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      {person.name} {person.post ? <span className="quiet">{person.post}</span> : null}{' '}
      {person.acting ? <Badge tone="warning">{t('attendance.acting')}</Badge> : null}
      {person.guest ? <Badge tone="information">{t('role.GUEST')}</Badge> : null}{' '}
      <span className="nowrap">
        {timeOf(person.joined)}–{person.left === null ? t('attendance.there') : timeOf(person.left)}
      </span>{' '}
      <span className="quiet nowrap">{t('attendance.stayed', { time: elapsed(person.seconds * 1_000) })}</span>
    </li>
  );
}
