import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { koreanDay } from '@/i18n/format.ts';
import { TextField } from '@/ui/Field.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { seriesQuery } from './queries.ts';
import { SeriesField } from './SeriesField.tsx';
import './series.css';

const BACK_DAYS = -30;

interface Props {
  /** The series that stands there at first; the first of all without. */
  first: string | undefined;
  /** What is said when there is no series at all. */
  none: string;
  children: (series: string, from: string, to: string) => ReactNode;
}

/** Something of a series over days, the last month at first. */
export function SeriesPeriod({ first, none, children }: Props): ReactNode {
  const { t } = useTranslation();
  const all = useQuery(seriesQuery);
  const [chosen, setChosen] = useState(first);
  const [from, setFrom] = useState(() => koreanDay(Date.now(), BACK_DAYS));
  const [to, setTo] = useState(() => koreanDay(Date.now()));
  return (
    <Load query={all}>
      {(list) => {
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
      }}
    </Load>
  );
}
