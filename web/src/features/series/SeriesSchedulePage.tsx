import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhaseAnswer, SeriesDay } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { named } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { DayDialog } from './DayDialog.tsx';
import { DropPhaseDialog } from './DropPhaseDialog.tsx';
import { PhaseDialog } from './PhaseDialog.tsx';
import { PhaseList } from './PhaseList.tsx';
import { phasesQuery, seriesQuery } from './queries.ts';
import { SeriesDays } from './SeriesDays.tsx';
import './series.css';

export type Opened =
  | { what: 'begin-phase'; like: PhaseAnswer }
  | { what: 'edit-phase' | 'drop-phase'; phase: PhaseAnswer }
  | { what: 'day'; day: SeriesDay }
  | null;

/** One series through time: its phases, and the days to come. */
export function SeriesSchedulePage(): ReactNode {
  const { t, i18n } = useTranslation();
  const { id } = useParams({ from: '/admin/series/$id' });
  const series = useQuery(seriesQuery);
  const found = series.data?.find((each) => each.id === id);
  return (
    <Staff administrator title={found === undefined ? t('series.schedule') : named(found, i18n.language)}>
      {() => (
        <>
          <p className="back">
            <Link to="/admin/series">{t('series.toAll')}</Link>
          </p>
          <Load query={series}>
            {() =>
              found === undefined ? (
                <Empty icon="calendar" title={t('series.unknown')} />
              ) : (
                <Schedule key={id} series={id} />
              )
            }
          </Load>
        </>
      )}
    </Staff>
  );
}

function Schedule({ series }: { series: string }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Opened>(null);
  const phases = useQuery(phasesQuery(series));
  // A new phase is mostly like the one that runs now.
  const like = phases.data?.find((phase) => phase.current) ?? phases.data?.at(-1);
  const close = (): void => setOpen(null);
  return (
    <>
      <section aria-labelledby="phases">
        <div className="block-head">
          <h2 id="phases">{t('series.phases')}</h2>
          {like === undefined ? null : (
            <Button kind="secondary" icon="plus" onClick={() => setOpen({ what: 'begin-phase', like })}>
              {t('series.newPhase')}
            </Button>
          )}
        </div>
        <Load query={phases}>{(list) => <PhaseList phases={list} onOpen={setOpen} />}</Load>
      </section>
      <SeriesDays series={series} onOpen={setOpen} />
      {open?.what === 'begin-phase' ? (
        <PhaseDialog series={series} like={open.like} phase={null} onClose={close} />
      ) : null}
      {open?.what === 'edit-phase' ? (
        <PhaseDialog series={series} like={open.phase} phase={open.phase} onClose={close} />
      ) : null}
      {open?.what === 'drop-phase' ? <DropPhaseDialog series={series} phase={open.phase} onClose={close} /> : null}
      {open?.what === 'day' ? <DayDialog series={series} day={open.day} onClose={close} /> : null}
    </>
  );
}
