import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getDownloadMinutesUrl, type Minutes } from '@/api';
import { PaperDownload } from '@/features/paper/PaperDownload.tsx';
import { dateTimeOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { Load } from '@/ui/States.tsx';
import { Outline } from './Outline.tsx';
import { versionQuery } from './queries.ts';

/** What everybody signed; each stays readable for good. */
export function Versions({ minutes }: { minutes: Minutes }): ReactNode {
  const { t } = useTranslation();
  const [reads, setReads] = useState<number | null>(null);
  if (minutes.versions.length === 0) return null;
  return (
    <section className="card side-card" aria-labelledby="minutes-versions">
      <h2 id="minutes-versions">{t('minutes.versions')}</h2>
      <ol className="requests">
        {minutes.versions.map((one) => (
          <li key={one.number}>
            <p>
              <strong>{t('minutes.version', { n: one.number })}</strong> <Standing version={one} />
            </p>
            {one.withdrawn === null ? null : <p>{t('minutes.withdrawnBecause', { reason: one.withdrawn })}</p>}
            {one.reason === '' ? null : <p>{t('minutes.because', { reason: one.reason })}</p>}
            <p className="quiet">
              {dateTimeOf(one.finalAt)} · {one.signedBy.join(', ')}
            </p>
            <Button kind="tertiary" size="small" onClick={() => setReads(one.number)}>
              {t('minutes.read')}
              <span className="sr-only"> {t('minutes.version', { n: one.number })}</span>
            </Button>
          </li>
        ))}
      </ol>
      {reads === null ? null : (
        <VersionDialog meeting={minutes.meetingId} number={reads} onClose={() => setReads(null)} />
      )}
    </section>
  );
}

function Standing({ version }: { version: Minutes['versions'][number] }): ReactNode {
  const { t } = useTranslation();
  if (version.publishedAt === null) return <Badge tone="gray">{t('minutes.phase.FINAL')}</Badge>;
  if (version.withdrawn !== null) return <Badge tone="warning">{t('minutes.withdrawn')}</Badge>;
  return <Badge tone="success">{t('minutes.phase.PUBLISHED')}</Badge>;
}

function VersionDialog({
  meeting,
  number,
  onClose,
}: {
  meeting: string;
  number: number;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(versionQuery(meeting, number));
  return (
    <Dialog title={t('minutes.version', { n: number })} onClose={onClose}>
      <Load query={query}>
        {(reading) => (
          <>
            <Outline lines={reading.outline} />
            <PaperDownload
              label={t('minutes.download')}
              address={(format) => getDownloadMinutesUrl(meeting, number, format)}
            />
            <p className="quiet hash">{t('minutes.hash', { hash: reading.signed.sha256 })}</p>
          </>
        )}
      </Load>
    </Dialog>
  );
}
