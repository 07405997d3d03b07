import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { koreanDay } from '@/i18n/format.ts';
import { TextField } from '@/ui/Field.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { seriesQuery } from './queries.ts';
import { type Named, SeriesField } from './SeriesField.tsx';
import './series.css';

const BACK_DAYS = -30;

interface Props {
  /** The series that stands there at first; the first of all without. */
  first: string | undefined;
  /** The last day at first; today without. */
  last?: string | undefined;
  /** What is said when there is no series at all. */
  none: string;
  children: (series: string, from: string, to: string) => ReactNode;
}

/** Something of a series over days, the last month at first; any series that staff know. */
export function SeriesPeriod(props: Props): ReactNode {
  const all = useQuery(seriesQuery);
  return <Load query={all}>{(list) => <Period list={list} {...props} />}</Load>;
}

/** The same with the series to choose from. */
export function Period({ list, first, last, none, children }: Props & { list: Named[] }): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(first);
  const [from, setFrom] = useState(() => koreanDay(last === undefined ? Date.now() : Date.parse(last), BACK_DAYS));
  const [to, setTo] = useState(() => last ?? koreanDay(Date.now()));
  const series = chosen ?? list[0]?.id;
  if (series === undefined) return <Empty icon="calendar" title={none} />;
  return (
    <>
      <div className="series-period">
        <SeriesField series={list} value={series} onChange={setChosen} />
        <TextField
          label={t('field.from')}
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value || from)}
        />
        <TextField
          label={t('field.until')}
          type="date"
          required
          value={to}
          onChange={(event) => setTo(event.target.value || to)}
        />
      </div>
      {children(series, from, to)}
    </>
  );
}
