import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endSubscription, subscribe as tellServer } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { current, endWhenUnused, subscribe, support } from './browserPush.ts';
import { PushHelp } from './PushHelp.tsx';
import { keepUses } from './uses.ts';
import './push.css';

interface Props {
  series: string | null;
  wasOn: boolean;
  onClose: () => void;
}

/** What a citizen gets and what is kept of them; asks for permission only when they press. */
export function SubscribeDialog({ series, wasOn, onClose }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const [on, setOn] = useState(wasOn);
  const begin = useMutation({
    mutationFn: async () => {
      const language = i18n.language.startsWith('en') ? 'EN' : 'KO';
      keepUses(await tellServer({ ...(await subscribe()), language, seriesId: series }));
    },
    onSuccess: () => setOn(true),
  });
  const end = useMutation({
    mutationFn: async () => {
      const here = await current();
      const left =
        here === null
          ? { every: false, seriesIds: [] }
          : await endSubscription({ endpoint: here.endpoint, seriesId: series });
      await endWhenUnused(keepUses(left));
    },
    onSuccess: () => setOn(false),
  });
  const able = support();
  return (
    <Dialog title={t('push.get')} onClose={onClose}>
      <div className="push-words">
        <p>{t(series === null ? 'push.every' : 'push.series')}</p>
        <p className="quiet">{t('push.kept')}</p>
        {on ? <Notice tone="good">{t('push.on')}</Notice> : <PushHelp support={able} />}
        {end.isSuccess && !on ? <Notice>{t('push.off')}</Notice> : null}
        <ProblemNotice error={begin.error ?? end.error} />
      </div>
      <div className="dialog-buttons">
        {on ? (
          <Button kind="secondary" busy={end.isPending} onClick={() => end.mutate()}>
            {t('push.end')}
          </Button>
        ) : able === 'ready' ? (
          <Button icon="bell" busy={begin.isPending} onClick={() => begin.mutate()}>
            {t('push.begin')}
          </Button>
        ) : null}
        <Button kind="tertiary" onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
    </Dialog>
  );
}
