import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PublicMeeting, publicAgenda } from '@/api';
import { timeOf, titled } from '@/i18n/format.ts';

/** What a meeting dealt with before citizens, and when. Nothing while that is nothing. */
export function PastAgenda({ meeting }: { meeting: PublicMeeting }): ReactNode {
  const { t, i18n } = useTranslation();
  const { data } = useQuery({
    queryKey: ['public-agenda', meeting.id],
    queryFn: () => publicAgenda(meeting.id),
    enabled: meeting.startedAt !== null,
  });
  const dealt = data?.filter((item) => item.startedAt !== null) ?? [];
  if (dealt.length === 0) return null;
  return (
    <section className="block" aria-labelledby="past-agenda">
      <h2 id="past-agenda">{t('citizen.dealt')}</h2>
      <ol className="past-agenda">
        {dealt.map((item) => (
          <li key={`${item.startedAt} ${item.title}`}>
            <span className="chapter-time">{timeOf(item.startedAt ?? '')}</span>
            <span>{titled(item, i18n.language)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
