import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { latestFigures, type PublicFigure } from '@/api';
import { counted, dateOf, koreanDay } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import './latest.css';

const EVERY_MS = 60_000;

/** The city's figures of the last meeting day. Nothing at all while there are none. */
export function LatestFigures(): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['latest-figures'],
    queryFn: () => latestFigures(),
    refetchInterval: EVERY_MS,
  });
  if (!data?.day || data.seriesId === null) return null;
  const { date, figures, provisional } = data.day;
  return (
    <section className="block" aria-labelledby="latest-figures">
      <div className="block-head">
        <h2 id="latest-figures">{t(date === koreanDay(Date.now()) ? 'figures.today' : 'figures.latest')}</h2>
        <Link to="/city-figures" search={{ series: data.seriesId }}>
          {t('figures.link')}
        </Link>
      </div>
      <dl className="latest-figures">
        {figures.map((figure) => (
          <Tile key={figure.metric} figure={figure} />
        ))}
      </dl>
      <p className="quiet">
        {t('figures.asOf', { date: dateOf(date) })} {provisional ? t('figures.provisional') : null}
      </p>
    </section>
  );
}

function Tile({ figure }: { figure: PublicFigure }): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const { toDate, thisPeriod } = figure;
  return (
    <div className="latest-figure">
      <dt>{english ? figure.en : figure.ko}</dt>
      <dd>
        <strong>{counted(toDate)}</strong> {english ? figure.measureEn : figure.measure}
      </dd>
      {thisPeriod === 0 ? null : (
        <dd className="quiet">
          {t('figures.change', { n: `${thisPeriod > 0 ? '+' : '−'}${counted(Math.abs(thisPeriod))}` })}
        </dd>
      )}
      {figure.corrected ? (
        <dd>
          <Badge tone="warning">{t('board.corrected')}</Badge>
        </dd>
      ) : null}
    </div>
  );
}
