import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhaseAnswer } from '@/api';
import { dateOf, koreanDay, named } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { lastDay, type PhaseTime, phaseTime } from './phases.ts';
import type { Opened } from './SeriesSchedulePage.tsx';

interface Props {
  phases: PhaseAnswer[];
  onOpen: (open: Opened) => void;
}

const TONES = { past: 'gray', now: 'success', coming: 'information' } as const satisfies Record<PhaseTime, string>;

/** The phases of a series, the newest on top. */
export function PhaseList({ phases, onOpen }: Props): ReactNode {
  const today = koreanDay(Date.now());
  return (
    <ol className="phases" reversed>
      {phases
        .map((phase, index) => (
          <PhaseRow
            key={phase.id}
            phase={phase}
            until={lastDay(phases, index)}
            time={phaseTime(phase, today)}
            onOpen={onOpen}
          />
        ))
        .reverse()}
    </ol>
  );
}

interface RowProps {
  phase: PhaseAnswer;
  until: string | null;
  time: PhaseTime;
  onOpen: (open: Opened) => void;
}

function PhaseRow({ phase, until, time, onOpen }: RowProps): ReactNode {
  const { t, i18n } = useTranslation();
  const name = named(phase, i18n.language);
  const from = dateOf(phase.from);
  return (
    <li className="phase" aria-current={time === 'now' ? 'date' : undefined}>
      <div className="phase-head">
        <p className="phase-when">
          <span>{until === null ? t('posts.since', { from }) : t('posts.span', { from, until: dateOf(until) })}</span>
          <Badge tone={TONES[time]}>{t(`posts.when.${time}`)}</Badge>
        </p>
        <h3>{name}</h3>
        {phase.theme === '' ? null : <p>{phase.theme}</p>}
      </div>
      <dl className="facts">
        <Fact name={t('phase.audience')} value={t(`phase.audiences.${phase.audience}`)} />
        <Fact name={t('phase.channel')} value={t(`phase.channels.${phase.channel}`)} />
        <Fact name={t('phase.broadcast')} value={t(phase.broadcast ? 'phase.toCitizens' : 'phase.notToCitizens')} />
        <Fact name={t('phase.agendaTemplate')} value={t(`phase.agendaTemplates.${phase.agendaTemplate}`)} />
        <Fact
          name={t('phase.cutOffs')}
          value={phase.cutOffs.length === 0 ? t('phase.noCutOff') : phase.cutOffs.join(', ')}
        />
        <Fact
          name={t('phase.units')}
          value={
            phase.units.length === 0
              ? t('phase.noUnits')
              : t('phase.unitCount', {
                  count: phase.units.length,
                  names: phase.units.map((unit) => unit.name).join(', '),
                })
          }
        />
      </dl>
      <div className="row-buttons">
        <Button
          kind="tertiary"
          size="small"
          aria-label={t('phase.editOf', { name, from })}
          onClick={() => onOpen({ what: 'edit-phase', phase })}
        >
          {t('action.edit')}
        </Button>
        {time === 'coming' ? (
          <Button
            kind="tertiary"
            size="small"
            aria-label={t('phase.dropOf', { name, from })}
            onClick={() => onOpen({ what: 'drop-phase', phase })}
          >
            {t('phase.drop')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Fact({ name, value }: { name: string; value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
