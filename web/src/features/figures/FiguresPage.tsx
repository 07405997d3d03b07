import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getRollUp } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { SeriesPeriod } from '@/features/series/SeriesPeriod.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { Figures } from './Figures.tsx';
import { metricsIn } from './figures.ts';

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
          <Figures
            key={series}
            days={days}
            file={(ending) => `/api/v1/series/${series}/roll-up.${ending}?from=${from}&to=${to}`}
          />
        )
      }
    </Load>
  );
}
