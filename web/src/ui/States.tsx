import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, OFFLINE } from '@/api';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

export function Loading(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="state loading" role="status">
      <span className="turning turning-large" aria-hidden="true" />
      <p>{t('state.loading')}</p>
    </div>
  );
}

export function Empty({
  icon = 'info',
  title,
  children,
}: {
  icon?: IconName;
  title: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="state">
      <Icon name={icon} />
      <p className="state-title">{title}</p>
      {children}
    </div>
  );
}

/** Offline, not allowed, not found or broken: each says which, and what can be done. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const problem = asProblem(error);
  const denied = problem.status === 401 || problem.status === 403;
  const lasting = denied || problem.status === 404 || problem.status === 410;
  const icon: IconName = problem.code === OFFLINE ? 'refresh' : denied ? 'person' : 'warning';
  return (
    <div className="state" role="alert">
      <Icon name={icon} />
      <p className="state-title">{problem.sentence(i18n.language)}</p>
      {retry && !lasting ? (
        <Button kind="secondary" icon="refresh" onClick={retry}>
          {t('state.retry')}
        </Button>
      ) : null}
    </div>
  );
}

interface Loaded<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** One query's four faces. What was loaded before stays readable when a refresh fails. */
export function Load<T>({ query, children }: { query: Loaded<T>; children: (data: T) => ReactNode }): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
