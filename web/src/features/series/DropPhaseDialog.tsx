import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dropPhase, type PhaseAnswer } from '@/api';
import { dateOf, named } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { refreshSeries } from './queries.ts';

interface Props {
  series: string;
  phase: PhaseAnswer;
  onClose: () => void;
}

/** Asks before a phase that has not begun is taken back. */
export function DropPhaseDialog({ series, phase, onClose }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () => dropPhase(series, phase.id),
    onSuccess: async () => {
      await refreshSeries(queries);
      onClose();
    },
  });
  return (
    <Dialog title={t('phase.dropTitle')} onClose={onClose}>
      <ProblemNotice error={send.error} />
      <p>
        {named(phase, i18n.language)} · {t('posts.since', { from: dateOf(phase.from) })}
      </p>
      <p>{t('phase.dropText')}</p>
      <div className="dialog-buttons">
        <Button kind="tertiary" onClick={onClose}>
          {t('action.back')}
        </Button>
        <Button danger busy={send.isPending} onClick={() => send.mutate()}>
          {t('phase.drop')}
        </Button>
      </div>
    </Dialog>
  );
}
