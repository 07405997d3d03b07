import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getDownloadPublicMinutesUrl, publicMinutes } from '@/api';
import { Outline } from '@/features/minutes/Outline.tsx';
import { PaperDownload } from '@/features/paper/PaperDownload.tsx';
import { dateOf, dateTimeOf } from '@/i18n/format.ts';
import '@/features/minutes/minutes.css';

/** The published minutes of a meeting; nothing while there are none. */
export function PublicMinutes({ meeting }: { meeting: string }): ReactNode {
  const { t } = useTranslation();
  const { data: minutes } = useQuery({
    queryKey: ['public-minutes', meeting],
    queryFn: () => publicMinutes(meeting),
    retry: false,
  });
  if (minutes === undefined) return null;
  return (
    <section className="block" aria-labelledby="public-minutes">
      <h2 id="public-minutes">{t('minutes.title')}</h2>
      <p className="quiet">{t('minutes.published', { n: minutes.version, date: dateOf(minutes.publishedAt) })}</p>
      {minutes.reason === '' ? null : <p>{t('minutes.because', { reason: minutes.reason })}</p>}
      <Outline lines={minutes.lines} />
      <h3 className="outline-1">{t('minutes.signatures')}</h3>
      <ul className="signers">
        {minutes.signatures.map((one) => (
          <li key={`${one.kind} ${one.post} ${one.name}`}>
            <span>
              <span className="quiet">{t(`minutes.signer.${one.kind}`)}</span> {one.post} {one.name}
            </span>
            <span>{t('minutes.signedAt', { time: dateTimeOf(one.at) })}</span>
          </li>
        ))}
      </ul>
      <PaperDownload label={t('minutes.download')} address={(format) => getDownloadPublicMinutesUrl(meeting, format)} />
      <p className="quiet">{t('minutes.withoutInternal')}</p>
    </section>
  );
}
