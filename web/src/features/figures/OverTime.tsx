import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollUp, RollUpLine } from '@/api';
import { counted, dateOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { LineChart } from '@/ui/LineChart.tsx';
import { Table } from '@/ui/Table.tsx';
import { type Day, extentOf, over, type Which } from './figures.ts';

interface Props {
  days: RollUp[];
  metric: RollUpLine;
  which: Which;
  file: ((ending: 'csv' | 'json') => string) | undefined;
}

/** One figure as a line, its numbers in a table behind it. */
export function OverTime({ days, metric, which, file }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const known = over(days, metric.metric, which);
  const extent = extentOf(known);
  const measure = english ? metric.measureEn : metric.measure;
  const name = english ? metric.en : metric.ko;
  const summary =
    extent === null
      ? t('figures.none')
      : t('figures.summary', {
          name,
          measure,
          first: dateOf(extent.first.date),
          last: dateOf(extent.last.date),
          highest: dateOf(extent.highest.date),
          from: extent.first.value === null ? undefined : counted(extent.first.value),
          to: extent.last.value === null ? undefined : counted(extent.last.value),
          most: extent.highest.value === null ? undefined : counted(extent.highest.value),
        });
  return (
    <section className="block" aria-labelledby="over-time">
      <div className="block-head">
        <h2 id="over-time">
          {name} <span className="quiet">({measure})</span>
        </h2>
        {file === undefined ? null : (
          <p className="row-buttons">
            <a href={file('csv')}>{t('board.csv')}</a>
            <a href={file('json')}>{t('board.json')}</a>
          </p>
        )}
      </div>
      <p>{summary}</p>
      <LineChart
        summary={summary}
        points={known.map((day) => ({
          key: day.date,
          label: short(day.date),
          value: day.value,
          marked: day.corrected,
        }))}
      />
      {known.some((day) => day.corrected) ? <p className="quiet">{t('figures.hollow')}</p> : null}
      <details className="figures-table">
        <summary>{t('figures.asTable')}</summary>
        <Table
          caption={`${name} (${measure})`}
          head={[t('figures.day'), t(`board.${which}`), t('board.difference'), t('figures.notes')]}
        >
          {[...known].reverse().map((day) => (
            <Row key={day.date} day={day} />
          ))}
        </Table>
      </details>
    </section>
  );
}

function Row({ day }: { day: Day }): ReactNode {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{dateOf(day.date)}</th>
      <td data-head={t('figures.value')}>{day.value === null ? '–' : counted(day.value)}</td>
      <td data-head={t('board.difference')}>{day.difference === null ? '–' : counted(day.difference)}</td>
      <td data-head={t('figures.notes')}>
        {day.corrected ? <Badge tone="warning">{t('board.corrected')}</Badge> : null}{' '}
        {day.missing > 0 ? t('figures.missing', { n: day.missing }) : null}
        {!day.corrected && day.missing === 0 ? '–' : null}
      </td>
    </tr>
  );
}

/** `12. 8.` */
function short(date: string): string {
  return `${Number(date.slice(5, 7))}. ${Number(date.slice(8))}.`;
}
