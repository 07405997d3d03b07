import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/api';
import { dateOf, timeOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { type Change, changes } from './changes.ts';

/** More lines than these, or more letters, are folded. */
const LINES = 3;
const LETTERS = 200;

/** One thing that was done, or refused. */
export function AuditRow({ entry }: { entry: AuditEntry }): ReactNode {
  const { t } = useTranslation();
  const word = useWord();
  const refused = entry.action === 'refused';
  return (
    <tr className={refused ? 'audit-refused' : undefined}>
      <th scope="row">
        <span className="nowrap">{dateOf(entry.at)}</span> <span className="nowrap">{timeOf(entry.at)}</span>{' '}
        <span className="quiet nowrap">{t('audit.number', { n: entry.number })}</span>
      </th>
      <td data-head={t('audit.who')}>
        <div>
          {entry.actorName}
          {entry.actorKind === 'person' ? null : (
            <div className="quiet">{word(`audit.actor.${entry.actorKind}`, entry.actorKind)}</div>
          )}
        </div>
      </td>
      <td data-head={t('audit.what')}>
        {refused ? (
          <Badge tone="danger">{t('audit.action.refused')}</Badge>
        ) : (
          word(`audit.action.${entry.action}`, entry.action)
        )}
      </td>
      <td data-head={t('audit.subject')}>
        <div>
          {word(`audit.kind.${entry.subjectKind}`, entry.subjectKind)}
          {entry.subjectId === null ? null : <div className="quiet audit-id">{entry.subjectId}</div>}
        </div>
      </td>
      <td data-head={t('audit.change')}>
        <Changes list={changes(entry.before, entry.after)} />
      </td>
    </tr>
  );
}

/** What is known has words; what is not stands as it is. */
function useWord(): (key: string, otherwise: string) => string {
  const { t, i18n } = useTranslation();
  const known = (key: string): key is ParseKeys => i18n.exists(key);
  return (key, otherwise) => (known(key) ? String(t(key)) : otherwise);
}

function Changes({ list }: { list: Change[] }): ReactNode {
  const { t } = useTranslation();
  if (list.length === 0) return <span className="quiet">–</span>;
  const lines = (
    <ul className="audit-changes">
      {list.map((change) => (
        <Line key={change.what} change={change} />
      ))}
    </ul>
  );
  const letters = list.reduce((sum, { from, to }) => sum + (from ?? '').length + (to ?? '').length, 0);
  if (list.length <= LINES && letters <= LETTERS) return lines;
  return (
    <details>
      <summary>{t('audit.lines', { n: list.length })}</summary>
      {lines}
    </details>
  );
}

function Line({ change: { what, from, to } }: { change: Change }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      {what === '' ? null : <span className="quiet">{what}: </span>}
      {from === null ? null : (
        <>
          {from} <span aria-hidden="true">→</span> <span className="sr-only">{t('audit.became')}</span>
        </>
      )}
      {to ?? <span className="quiet">{t('audit.gone')}</span>}
    </li>
  );
}
