import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getRollUp, type RollUp } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { SeriesPeriod } from '@/features/series/SeriesPeriod.tsx';
import { SelectField } from '@/ui/Field.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { metricsIn, type Which } from './figures.ts';
import { OverTime } from './OverTime.tsx';
import { TownGrid } from './TownGrid.tsx';
import './figures.css';

const BOTH: Which[] = ['toDate', 'thisPeriod'];

/** The city's figures over time, and town by town on any day of them. */
export function FiguresPage(): ReactNode {
  const { t } = useTranslation();
  const { series } = useSearch({ from: '/figures' });
  return (
    <Staff title={t('figures.title')}>
      {() => (
        <SeriesPeriod first={series} none={t('figures.none')}>
          {(of, from, to) => <Days series={of} from={from} to={to} />}
        </SeriesPeriod>
      )}
    </Staff>
  );
}

function Days({ series, from, to }: { series: string; from: string; to: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['roll-up', series, from, to],
    queryFn: () => getRollUp(series, { from, to }),
    placeholderData: keepPreviousData,
  });
  // A refused period stands beside its sentence, not beside the figures of another one.
  const shown = query.error ? { ...query, data: undefined } : query;
  return (
    <Load query={shown}>
      {(days) =>
        metricsIn(days).length === 0 ? (
          <Empty icon="info" title={t('figures.none')} />
        ) : (
          <Figures key={series} series={series} days={days} />
        )
      }
    </Load>
  );
}

function Figures({ series, days }: { series: string; days: RollUp[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const metrics = metricsIn(days);
  const [wanted, setWanted] = useState('');
  const [which, setWhich] = useState<Which>('toDate');
  const metric = metrics.find((one) => one.metric === wanted) ?? metrics[0];
  if (metric === undefined) return null;
  return (
    <>
      <div className="figures-choice">
        <SelectField
          label={t('figures.metric')}
          value={metric.metric}
          onChange={(event) => setWanted(event.target.value)}
        >
          {metrics.map((one) => (
            <option key={one.metric} value={one.metric}>
              {english ? `${one.en} (${one.measureEn})` : `${one.ko} (${one.measure})`}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('figures.which')}
          value={which}
          onChange={(event) => setWhich(event.target.value as Which)}
        >
          {BOTH.map((one) => (
            <option key={one} value={one}>
              {t(`board.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <OverTime series={series} days={days} metric={metric} which={which} />
      <TownGrid days={days} metric={metric} which={which} />
    </>
  );
}
