import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorNow } from '@/api';
import { clockText } from '@/features/agenda/timer.ts';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import { Button } from '@/ui/Button.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { useNow } from '@/ui/useNow.ts';
import { useWatched } from '@/ui/useWatched.ts';

interface Props {
  programme: ProgrammeModel;
  /** Calls the next one and ends turns. */
  moderates: boolean;
}

type Speaker = NonNullable<FloorNow['speaking']>;

/** Who has the floor, for how long, and who asks for it; nothing when nobody does either. */
export function FloorBar({ programme, moderates }: Props): ReactNode {
  const { t } = useTranslation();
  const { floor, busy } = useWatched(programme.state);
  if (floor === null || (floor.speaking === null && floor.hands.length === 0)) return null;
  const { speaking, interrupted, hands } = floor;
  return (
    <section className="floor-bar" aria-label={t('floor.title')}>
      <p role="status">
        {speaking === null ? null : (
          <span className="floor-speaking">
            <span className="floor-quiet">{t(`floor.kind.${speaking.kind}`)}</span> {plate(speaking)}
          </span>
        )}
        {interrupted === null ? null : (
          <span className="floor-quiet">{t('floor.interrupted', { name: plate(interrupted) })}</span>
        )}
        {hands.length === 0 ? null : (
          <span className="floor-hands">
            <Icon name="hand" />
            {t('floor.hands', { count: hands.length, names: hands.map((hand) => hand.name).join(', ') })}
          </span>
        )}
      </p>
      {speaking === null ? null : <Spent speaker={speaking} />}
      {moderates ? (
        <div className="floor-buttons">
          {hands.length === 0 ? null : (
            <Button size="xsmall" busy={busy === 'floor'} onClick={() => void programme.callNext()}>
              {t('floor.next')}
            </Button>
          )}
          {speaking === null ? null : (
            <Button kind="tertiary" size="xsmall" busy={busy === 'floor'} onClick={() => void programme.endTurn()}>
              {t('floor.end')}
            </Button>
          )}
        </div>
      ) : null}
    </section>
  );
}

/** Red when over, and never cut. */
function Spent({ speaker }: { speaker: Speaker }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const seconds = Math.max(0, speaker.spentSeconds + Math.floor((now - Date.parse(speaker.since)) / 1_000));
  const over = speaker.minutes !== null && seconds > speaker.minutes * 60;
  return (
    <p className={over ? 'floor-time floor-over' : 'floor-time'}>
      <time>{clockText(seconds)}</time>
      {speaker.minutes === null ? null : ` / ${clockText(speaker.minutes * 60)}`}
      {over ? <span className="sr-only"> {t('floor.over')}</span> : null}
    </p>
  );
}

function plate({ unit, post, name }: { unit: string; post: string; name: string }): string {
  return [unit, post, name].filter(Boolean).join(' ');
}
