import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@/api';
import { Badge } from '@/ui/Badge.tsx';

const TONES = {
  SCHEDULED: 'gray',
  OPEN: 'information',
  IN_SESSION: 'success',
  ADJOURNED: 'gray',
  CANCELLED: 'danger',
} as const;

export function StateBadge({ state }: { state: Meeting['state'] }): ReactNode {
  const { t } = useTranslation();
  return <Badge tone={TONES[state]}>{t(`meeting.state.${state}`)}</Badge>;
}
