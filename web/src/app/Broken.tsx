import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button.tsx';
import { Empty } from '@/ui/States.tsx';
import { Page } from './Page.tsx';

export function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty icon="warning" title={t('notFound.text')}>
        <a className="krds-btn secondary medium" href="/">
          {t('notFound.home')}
        </a>
      </Empty>
    </Page>
  );
}

const RELOADED = 'onmaru.reloaded';

/** A page that could not be shown: after an update its files may be gone, so it reloads once by itself. */
export function Broken({ error }: { error: unknown }): ReactNode {
  const { t } = useTranslation();
  const stale = error instanceof Error && /dynamically imported|module script|preload/i.test(error.message);
  useEffect(() => {
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
    if (stale && Date.now() - last > 60_000) {
      sessionStorage.setItem(RELOADED, String(Date.now()));
      window.location.reload();
    }
  }, [stale]);
  return (
    <Page title={t('broken.title')}>
      <Empty icon="warning" title={t('broken.text')}>
        <Button kind="secondary" icon="refresh" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
      </Empty>
    </Page>
  );
}
