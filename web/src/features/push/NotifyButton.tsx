import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button.tsx';
import { uses } from './uses.ts';

/* What it takes comes when it is wanted: most citizens only watch. */
const SubscribeDialog = lazy(() =>
  import('./SubscribeDialog.tsx').then(({ SubscribeDialog: dialog }) => ({ default: dialog })),
);

/** Lets a citizen be told when meetings begin: all of them, or those of one series. */
export function NotifyButton({ series }: { series: string | null }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const kept = uses();
  const on = isAllowed() && (series === null ? kept.every : kept.seriesIds.includes(series));
  return (
    <>
      <Button kind="tertiary" size="small" icon="bell" onClick={() => setOpen(true)}>
        {t(on ? 'push.isOn' : 'push.get')}
      </Button>
      {open ? (
        <Suspense>
          <SubscribeDialog series={series} wasOn={on} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Whoever takes the permission back in the browser is not told any more. */
function isAllowed(): boolean {
  return 'Notification' in window && Notification.permission === 'granted';
}
