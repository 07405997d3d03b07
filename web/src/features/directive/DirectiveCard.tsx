import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DirectiveAnswer, type DirectiveMove, type DirectiveUrgency, moveDirective } from '@/api';
import { dateOf, dateTimeOf, koreanDay } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { History } from './History.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { ASKS, daysSince, FORWARD } from './obligations.ts';
import { refreshDirectives } from './queries.ts';

const TONES: Record<DirectiveUrgency, 'danger' | 'warning' | 'information' | 'gray' | 'success'> = {
  OVERDUE: 'danger',
  DUE_TODAY: 'warning',
  LATER: 'gray',
  NO_DATE: 'gray',
  WAITING: 'information',
  CLOSED: 'success',
};

interface Props {
  directive: DirectiveAnswer;
  /** Whose it is, when the list does not say so. */
  showUnit?: boolean;
}

/** One directive: what, until when, who said it when, how far it is, and what I may do with it. `V` verifies. */
export function DirectiveCard({ directive, showUnit = false }: Props): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<DirectiveMove | null>(null);
  const step = useMutation({
    mutationFn: (move: DirectiveMove) =>
      moveDirective(directive.id, {
        move,
        version: directive.version,
        reason: '',
        note: '',
        intoId: null,
        unitId: null,
      }),
    // After a refusal too: somebody else was faster, and what is here is old.
    onSettled: () => refreshDirectives(queries),
  });
  const take = (move: DirectiveMove): void => {
    if (ASKS.includes(move)) setAsked(move);
    else step.mutate(move);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey && event.target === event.currentTarget;
    if (bare && event.key.toLowerCase() === 'v' && directive.mayMove.includes('VERIFY')) {
      event.preventDefault();
      step.mutate('VERIFY');
    }
  };
  const days = daysSince(directive.meetingDate, koreanDay(Date.now()));
  const verifies = directive.mayMove.includes('VERIFY');
  return (
    <article
      className={`card directive directive-${directive.urgency.toLowerCase()}`}
      aria-labelledby={id}
      tabIndex={verifies ? 0 : undefined}
      aria-keyshortcuts={verifies ? 'V' : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="directive-head">
        <Badge tone={TONES[directive.urgency]}>{t(`directive.urgency.${directive.urgency}`)}</Badge>
        <Badge>{t(`directive.state.${directive.state}`)}</Badge>
        {directive.carriedOver > 0 ? <Badge>{t('directive.carried', { n: directive.carriedOver })}</Badge> : null}
        <span className="quiet">{directive.label}</span>
      </div>
      <h3 id={id}>{directive.sentence}</h3>
      <dl className="directive-facts">
        {showUnit ? (
          <div>
            <dt>{t('directive.owner')}</dt>
            <dd>
              {directive.unitName}
              {directive.unitEnded ? <span className="quiet"> ({t('directive.unitEnded')})</span> : null}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('directive.due')}</dt>
          <dd>{directive.due === null ? t('directive.noDue') : dateOf(directive.due)}</dd>
        </div>
        <div>
          <dt>{t('directive.given')}</dt>
          <dd>
            {directive.givenBy} · {dateTimeOf(directive.saidAt)}{' '}
            <span className="quiet">{days === 0 ? t('directive.today') : t('directive.age', { n: days })}</span>
          </dd>
        </div>
        {directive.askedUnitName === null ? null : (
          <div>
            <dt>{t('directive.asked')}</dt>
            <dd>{directive.askedUnitName}</dd>
          </div>
        )}
        {directive.mergedIntoLabel === null ? null : (
          <div>
            <dt>{t('directive.mergedInto')}</dt>
            <dd>{directive.mergedIntoLabel}</dd>
          </div>
        )}
      </dl>
      <ProblemNotice error={step.error} />
      <div className="buttons">
        {directive.mayMove.map((move) => (
          <Button
            key={move}
            kind={FORWARD.includes(move) ? 'primary' : 'tertiary'}
            size="small"
            busy={step.isPending && step.variables === move}
            aria-describedby={id}
            onClick={() => take(move)}
          >
            {t(`directive.move.${move}`)}
          </Button>
        ))}
        {directive.rehearsal ? null : (
          <Link
            className="play"
            to="/meetings/$id/record"
            params={{ id: directive.meetingId }}
            search={{ at: directive.saidAt }}
          >
            <Icon name="play" filled />
            {t('directive.play')}
          </Link>
        )}
      </div>
      <History steps={directive.history} />
      {asked === null ? null : <MoveDialog directive={directive} move={asked} onClose={() => setAsked(null)} />}
    </article>
  );
}
