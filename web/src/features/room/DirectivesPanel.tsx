import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectiveAnswer, Meeting } from '@/api';
import { CaptureBox } from '@/features/directive/CaptureBox.tsx';
import { MeetingNeeds } from '@/features/directive/MeetingNeeds.tsx';
import { directivesQuery, refreshDirectives } from '@/features/directive/queries.ts';
import { hasMinutes } from '@/features/minutes/hasMinutes.ts';
import { dateOf, timeOf } from '@/i18n/format.ts';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import { Load } from '@/ui/States.tsx';
import { useWatched } from '@/ui/useWatched.ts';
import { PanelFrame } from './PanelFrame.tsx';
import '@/features/directive/directive.css';

interface Props {
  programme: ProgrammeModel;
  meeting: Meeting;
  onClose: () => void;
}

/** Directives as they are given: one line, and under it what everybody has captured so far. */
export function DirectivesPanel({ programme, meeting, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { directivesAt } = useWatched(programme.state);
  const list = useQuery(directivesQuery({ meeting: meeting.id }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody changed one at that moment
  useEffect(() => void refreshDirectives(queries), [directivesAt, queries]);
  return (
    <PanelFrame title={t('staff.directives')} onClose={onClose}>
      <section className="panel-part">
        <CaptureBox meeting={meeting.id} />
      </section>
      <section className="panel-part">
        <h3>{t('capture.sofar')}</h3>
        <Load query={list}>
          {({ directives }) =>
            directives.length === 0 ? (
              <p className="quiet">{t('capture.none')}</p>
            ) : (
              <ol className="captured">
                {directives.toReversed().map((one) => (
                  <Captured key={one.id} directive={one} />
                ))}
              </ol>
            )
          }
        </Load>
      </section>
      <section className="panel-part">
        <h3>{t('need.title')}</h3>
        <MeetingNeeds meeting={meeting.id} />
      </section>
      {hasMinutes(meeting) ? (
        <p className="panel-part">
          <Link to="/meetings/$id/minutes" params={{ id: meeting.id }} target="_blank">
            {t('minutes.newWindow')}
          </Link>
        </p>
      ) : null}
    </PanelFrame>
  );
}

function Captured({ directive }: { directive: DirectiveAnswer }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      <span className="quiet">
        {timeOf(directive.saidAt)} · {directive.label} · {t(`directive.state.${directive.state}`)}
      </span>
      <p>
        <strong>{directive.unitName}</strong> {directive.sentence}
      </p>
      <span className="quiet">
        {t('directive.due')} {directive.due === null ? t('directive.noDue') : dateOf(directive.due)}
      </span>
    </li>
  );
}
