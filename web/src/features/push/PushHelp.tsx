import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice.tsx';
import type { Support } from './browserPush.ts';

/** Why this browser cannot be told, and what can be done; nothing when it can. */
export function PushHelp({ support }: { support: Support }): ReactNode {
  const { t } = useTranslation();
  return support === 'ready' ? null : <Notice tone="warning">{t(`push.${support}`)}</Notice>;
}
