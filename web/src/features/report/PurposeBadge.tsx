import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionPurpose } from '@/api';
import { Badge } from '@/ui/Badge.tsx';

/** Whether a filed version is the first of its report, one more, or the last of the day. */
export function PurposeBadge({ purpose }: { purpose: VersionPurpose }): ReactNode {
  const { t } = useTranslation();
  return <Badge tone={purpose === 'FINAL' ? 'primary' : 'gray'}>{t(`reports.purpose.${purpose}`)}</Badge>;
}
