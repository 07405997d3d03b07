import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api';
import { Icon } from './Icon.tsx';

type Tone = 'info' | 'good' | 'warning' | 'danger';

/** A sentence that matters. Dangers interrupt a screen reader, the rest waits its turn. */
export function Notice({ tone = 'info', children }: { tone?: Tone; children: ReactNode }): ReactNode {
  const icon = tone === 'good' ? 'check' : tone === 'info' ? 'info' : 'warning';
  return (
    <div className={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}

/** What went wrong, in the reader's language, or nothing. */
export function ProblemNotice({ error }: { error: unknown }): ReactNode {
  const { i18n } = useTranslation();
  if (error === null || error === undefined) return null;
  return <Notice tone="danger">{asProblem(error).sentence(i18n.language)}</Notice>;
}
