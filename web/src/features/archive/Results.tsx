import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveAnswer } from '@/api';
import { counted } from '@/i18n/format.ts';
import { Icon } from '@/ui/Icon.tsx';
import { Empty, Failed, Loading } from '@/ui/States.tsx';
import { Hit } from './Hit.tsx';
import { asking, type Kind, type Question } from './question.ts';

interface Props {
  query: { data: ArchiveAnswer | undefined; error: unknown; refetch: () => unknown };
  question: Question;
  /** What there can be. */
  kinds: readonly Kind[];
  path: '/archive' | '/search';
}

/** What was found: how much of each kind, one page of it, and the way to the next. */
export function Results({ query, question, kinds, path }: Props): ReactNode {
  const { t } = useTranslation();
  // A refused question stands beside its sentence, not beside what another one found.
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const found = query.data;
  if (found === undefined) return <Loading />;
  const all = found.counts.reduce((sum, one) => sum + one.count, 0);
  return (
    <section aria-label={t('archive.results')}>
      <p role="status" className="archive-total">
        {t('archive.total', { n: counted(found.total) })}
      </p>
      <nav aria-label={t('archive.kinds')} className="archive-kinds">
        <KindLink path={path} question={question} kind={undefined} count={all} />
        {kinds.map((kind) => (
          <KindLink
            key={kind}
            path={path}
            question={question}
            kind={kind}
            count={found.counts.find((one) => one.kind === kind)?.count ?? 0}
          />
        ))}
      </nav>
      {found.hits.length === 0 ? (
        <Empty icon="list" title={t('archive.none')}>
          <p>{t('archive.noneHint')}</p>
        </Empty>
      ) : (
        <ol className="archive-hits" start={(found.page - 1) * 20 + 1}>
          {found.hits.map((hit, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is replaced as a whole, and nothing in it has a state
            <Hit key={`${hit.meetingId}-${hit.kind}-${hit.subject}-${place}`} hit={hit} staff={path === '/archive'} />
          ))}
        </ol>
      )}
      <Pages path={path} question={question} page={found.page} pages={found.pages} />
    </section>
  );
}

interface KindProps {
  path: Props['path'];
  question: Question;
  kind: Kind | undefined;
  count: number;
}

function KindLink({ path, question, kind, count }: KindProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Link
      to={path}
      search={asking(question, { kind })}
      resetScroll={false}
      className="archive-kind"
      aria-current={question.kind === kind ? 'true' : undefined}
      activeOptions={{ exact: true, explicitUndefined: true }}
      activeProps={{}}
    >
      {kind === undefined ? t('archive.all') : t(`archive.kind.${kind}`)}{' '}
      <span className="archive-count">{counted(count)}</span>
    </Link>
  );
}

interface PagesProps {
  path: Props['path'];
  question: Question;
  page: number;
  pages: number;
}

function Pages({ path, question, page, pages }: PagesProps): ReactNode {
  const { t } = useTranslation();
  if (pages < 2) return null;
  return (
    <nav aria-label={t('archive.pages')} className="archive-pages">
      {page > 1 ? (
        <Link to={path} search={asking(question, { page: page - 1 })}>
          <Icon name="previous" />
          {t('archive.previous')}
        </Link>
      ) : null}
      <span>{t('archive.page', { page, pages })}</span>
      {page < pages ? (
        <Link to={path} search={asking(question, { page: page + 1 })}>
          {t('archive.next')}
          <Icon name="next" />
        </Link>
      ) : null}
    </nav>
  );
}
