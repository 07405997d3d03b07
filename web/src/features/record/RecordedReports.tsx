import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getBoard, type Meeting } from '@/api';
import { timeOf } from '@/i18n/format.ts';
import { Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';

/** Who reported on the meeting's day. */
export function RecordedReports({ meeting }: { meeting: Meeting }): ReactNode {
  const { t, i18n } = useTranslation();
  const board = useQuery({
    queryKey: ['board', meeting.seriesId, meeting.date],
    queryFn: () => getBoard(meeting.seriesId, { date: meeting.date }),
  });
  return (
    <section className="block" aria-labelledby="record-reports">
      <h2 id="record-reports">{t('record.reports')}</h2>
      <Load query={board}>
        {({ columns }) =>
          columns.length === 0 ? (
            <p className="quiet">{t('board.none')}</p>
          ) : (
            columns.map((column) => (
              <Table
                key={column.cutOff}
                caption={t('board.cutOff', { cutOff: column.cutOff })}
                head={[t('record.unit'), t('record.state'), t('record.time')]}
              >
                {column.units.map((place) => (
                  <tr key={place.unitId}>
                    <th scope="row">{i18n.language === 'en' ? place.unitEn || place.unit : place.unit}</th>
                    <td data-head={t('record.state')}>{t(`board.state.${place.state}`)}</td>
                    <td data-head={t('record.time')}>{place.latest === null ? '–' : timeOf(place.latest.filedAt)}</td>
                  </tr>
                ))}
              </Table>
            ))
          )
        }
      </Load>
    </section>
  );
}
