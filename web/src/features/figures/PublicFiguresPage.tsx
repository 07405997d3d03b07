import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { publicFigures, publicSeries } from '@/api';
import { Page } from '@/app/Page.tsx';
import { Period } from '@/features/series/SeriesPeriod.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { Figures } from './Figures.tsx';
import { asRollUps } from './publicDays.ts';

/** The city's figures over time, as far as they are for everybody. */
export function PublicFiguresPage(): ReactNode {
  const { t } = useTranslation();
  const { series, day } = useSearch({ from: '/city-figures' });
  const all = useQuery({ queryKey: ['public-series', ''], queryFn: () => publicSeries({}) });
  return (
    <Page title={t('figures.title')} lead={t('page.lead.figures')}>
      <Load query={all}>
        {(list) => (
          <Period list={list} first={series} last={day} none={t('figures.none')}>
            {(of, from, to) => <Days series={of} from={from} to={to} />}
          </Period>
        )}
      </Load>
    </Page>
  );
}

function Days({ series, from, to }: { series: string; from: string; to: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['public-figures', series, from, to],
    queryFn: () => publicFigures(series, { from, to }),
    placeholderData: keepPreviousData,
  });
  // A refused period stands beside its sentence, not beside the figures of another one.
  const shown = query.error ? { ...query, data: undefined } : query;
  return (
    <Load query={shown}>
      {(days) =>
        days.length === 0 ? (
          <Empty icon="info" title={t('figures.none')} />
        ) : (
          <>
            <Figures key={series} days={asRollUps(days)} />
            {days.some((day) => day.provisional) ? <p className="quiet">{t('figures.provisionalDays')}</p> : null}
          </>
        )
      }
    </Load>
  );
}
