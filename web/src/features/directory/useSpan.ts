import { useTranslation } from 'react-i18next';
import { dateOf } from '@/i18n/format.ts';

/** Says from when until when, in words. */
export function useSpan(): (days: { from: string; until: string | null }) => string {
  const { t } = useTranslation();
  return ({ from, until }) =>
    until === null
      ? t('posts.since', { from: dateOf(from) })
      : t('posts.span', { from: dateOf(from), until: dateOf(until) });
}
