import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listAudit } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import { AuditFilters, EVERYTHING, type Wanted } from './AuditFilters.tsx';
import { AuditRow } from './AuditRow.tsx';
import { Proof } from './Proof.tsx';
import './audit.css';

/** As many as the server answers at once; fewer are the last ones. */
const PAGE = 100;

/** What was done and what was refused, by whom and when, the newest first. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(EVERYTHING);
  return (
    <Staff administrator title={t('audit.title')}>
      {() => (
        <>
          <p>{t('audit.text')}</p>
          <Proof />
          <AuditFilters wanted={wanted} onChange={setWanted} />
          <Entries wanted={wanted} />
        </>
      )}
    </Staff>
  );
}

function Entries({ wanted }: { wanted: Wanted }): ReactNode {
  const { t } = useTranslation();
  const entries = useInfiniteQuery({
    queryKey: ['audit', wanted],
    queryFn: ({ pageParam }) =>
      listAudit({
        ...(pageParam === null ? {} : { below: pageParam }),
        ...(wanted.action === '' ? {} : { action: wanted.action }),
        ...(wanted.kind === '' ? {} : { subjectKind: wanted.kind }),
        ...(wanted.actor === '' ? {} : { actor: wanted.actor }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.number),
  });
  return (
    <Load query={entries}>
      {({ pages }) => {
        const all = pages.flat();
        if (all.length === 0) return <Empty icon="list" title={t('audit.none')} />;
        return (
          <section className="block audit" aria-label={t('audit.title')}>
            <Table
              caption={t('audit.title')}
              head={[t('audit.when'), t('audit.who'), t('audit.what'), t('audit.subject'), t('audit.change')]}
            >
              {all.map((entry) => (
                <AuditRow key={entry.number} entry={entry} />
              ))}
            </Table>
            <ProblemNotice error={entries.error} />
            {entries.hasNextPage ? (
              <Button
                kind="secondary"
                icon="down"
                busy={entries.isFetchingNextPage}
                onClick={() => void entries.fetchNextPage()}
              >
                {t('action.more')}
              </Button>
            ) : null}
          </section>
        );
      }}
    </Load>
  );
}
