import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OFFLINE, type Problem } from '@/api';
import type { Saving as State } from '@/live/DraftModel.ts';

interface Props {
  saving: State;
  savedAt: number | null;
  problem: Problem | null;
}

/** Whether what was typed is with the server, in one line. */
export function Saving({ saving, savedAt, problem }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <p className={`saving saving-${saving}`} role="status">
      {t(`saving.${words()}`)}
    </p>
  );

  function words(): State | 'now' | 'kept' {
    if (saving === 'saved' && savedAt !== null) return 'now';
    // The server answered, so the line is there: the problem beside this says what is wrong.
    return saving === 'unsent' && problem !== null && problem.code !== OFFLINE ? 'kept' : saving;
  }
}
