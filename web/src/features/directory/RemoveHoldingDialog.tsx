import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PostHolding, removeHolding } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { refreshPosts } from './queries.ts';
import { useSpan } from './useSpan.ts';

/** Asks before a record goes for good: that is for mistakes, an end has a date. */
export function RemoveHoldingDialog({ holding, onClose }: { holding: PostHolding; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const span = useSpan();
  const send = useMutation({
    mutationFn: () => removeHolding(holding.id),
    onSuccess: async () => {
      await refreshPosts(queries);
      onClose();
    },
  });
  return (
    <Dialog title={t('posts.removeTitle')} onClose={onClose}>
      <ProblemNotice error={send.error} />
      <p>
        {holding.person} · {t(`posts.kinds.${holding.kind}`)} · {span(holding)}
      </p>
      <p>{t('posts.removeText')}</p>
      <div className="dialog-buttons">
        <Button kind="tertiary" onClick={onClose}>
          {t('action.back')}
        </Button>
        <Button danger busy={send.isPending} onClick={() => send.mutate()}>
          {t('posts.remove')}
        </Button>
      </div>
    </Dialog>
  );
}
