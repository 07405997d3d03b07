import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveHit, Segment } from '@/api';
import { dateOf, elapsed, titled } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Icon } from '@/ui/Icon.tsx';

/** One moment: whose and when, the sentence with its words marked, and the way to it. */
export function Hit({ hit, staff }: { hit: ArchiveHit; staff: boolean }): ReactNode {
  const { t, i18n } = useTranslation();
  const name = titled(hit, i18n.language);
  const meeting = hit.ordinal === null ? name : `${name} ${t('meeting.ordinal', { n: hit.ordinal })}`;
  return (
    <li className="archive-hit">
      <p className="archive-facts">
        <Badge tone="primary">{t(`archive.kind.${hit.kind}`)}</Badge>
        {staff && !hit.released ? <Badge>{t('archive.internal')}</Badge> : null}
        <span>{dateOf(hit.date)}</span>
        <span>{meeting}</span>
        {hit.unit === null ? null : <span>{hit.unit}</span>}
      </p>
      {hit.heading.length === 0 ? null : (
        <p className="archive-heading">
          <Marked segments={hit.heading} />
        </p>
      )}
      <p className="archive-text">
        <Marked segments={hit.text} />
      </p>
      <p className="archive-ways">
        <Way hit={hit} meeting={`${dateOf(hit.date)} ${meeting}`} />
        {hit.second === null ? null : (
          <Link to="/meetings/$id" params={{ id: hit.meetingId }} search={{ t: hit.second }}>
            <Icon name="play" filled />
            {t('archive.play', { time: elapsed(hit.second * 1_000) })}
            <span className="sr-only"> ({meeting})</span>
          </Link>
        )}
      </p>
    </li>
  );
}

/** What everybody finds is on the meeting's public page; the rest where staff work with it. */
function Way({ hit, meeting }: { hit: ArchiveHit; meeting: string }): ReactNode {
  const { t } = useTranslation();
  const words = (
    <>
      {t('archive.open')}
      <span className="sr-only"> ({meeting})</span>
    </>
  );
  if (hit.released) {
    return (
      <Link to="/meetings/$id" params={{ id: hit.meetingId }}>
        {words}
      </Link>
    );
  }
  if (hit.kind === 'MINUTES') {
    return (
      <Link to="/meetings/$id/minutes" params={{ id: hit.meetingId }}>
        {words}
      </Link>
    );
  }
  return (
    <Link to="/meetings/$id/record" params={{ id: hit.meetingId }}>
      {words}
    </Link>
  );
}

function Marked({ segments }: { segments: Segment[] }): ReactNode {
  let at = 0;
  return segments.map((segment) => {
    const key = at;
    at += segment.text.length;
    return segment.marked ? <mark key={key}>{segment.text}</mark> : <span key={key}>{segment.text}</span>;
  });
}
