import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PublicItem, publicAgenda } from '@/api';
import { titled } from '@/i18n/format.ts';
import { Icon } from '@/ui/Icon.tsx';

const EVERY_MS = 10_000;

/** What the meeting talks about, as far as citizens may know, and where it is. Nothing while that is nothing. */
export function AgendaNow({ meeting }: { meeting: string }): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['public-agenda', meeting],
    queryFn: () => publicAgenda(meeting),
    refetchInterval: EVERY_MS,
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="agenda-now" aria-labelledby="agenda-now">
      <h3 id="agenda-now">{t('citizen.agenda')}</h3>
      <ol>
        {data.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no names here, and their order is theirs
          <Line key={at} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Line({ item }: { item: PublicItem }): ReactNode {
  const { t, i18n } = useTranslation();
  const stage = t(`citizen.stage.${item.stage}`);
  return (
    <li className={`item-${item.stage.toLowerCase()}`} aria-current={item.stage === 'NOW' ? 'step' : undefined}>
      {item.stage === 'COMING' ? null : <Icon name={item.stage === 'NOW' ? 'play' : 'check'} />}
      <span>{titled(item, i18n.language)}</span>
      <span className="sr-only"> ({stage})</span>
    </li>
  );
}
