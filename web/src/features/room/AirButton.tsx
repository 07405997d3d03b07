import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import { Icon } from '@/ui/Icon.tsx';
import { useWatched } from '@/ui/useWatched.ts';

/** One press, no question: says what will happen, never what is. */
export function AirButton({ programme }: { programme: ProgrammeModel }): ReactNode {
  const { t } = useTranslation();
  const { programme: now, meeting, busy } = useWatched(programme.state);
  if (now === null || now.state === 'NONE' || meeting?.state !== 'IN_SESSION') return null;
  // While a switch is under way the button offers the safe side.
  const leavesAir = now.wanted === 'ON_AIR' || now.tally === 'ON_AIR';
  const waiting = busy === 'on-air' || busy === 'off-air';
  return (
    <button
      type="button"
      className={leavesAir ? 'air-button air-off' : 'air-button air-on'}
      aria-busy={waiting || undefined}
      onClick={() => void (leavesAir ? programme.goOffAir() : programme.goOnAir())}
    >
      {waiting ? <span className="turning" aria-hidden="true" /> : <Icon name={leavesAir ? 'pause' : 'broadcast'} />}
      {t(leavesAir ? 'room.goOffAir' : 'room.goOnAir')}
    </button>
  );
}
