import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { publicSeries, publicUnits, searchPublicArchive } from '@/api';
import { Page } from '@/app/Page.tsx';
import { PUBLIC_KINDS, type Question } from './question.ts';
import { Results } from './Results.tsx';
import { SearchForm } from './SearchForm.tsx';

/** What everybody can find of past meetings. */
export function SearchPage(): ReactNode {
  const { t } = useTranslation();
  const question = useSearch({ from: '/search' });
  const navigate = useNavigate();
  const series = useQuery({ queryKey: ['public-series', ''], queryFn: () => publicSeries({}) });
  const units = useQuery({ queryKey: ['public-units'], queryFn: () => publicUnits() });
  const found = useQuery({
    queryKey: ['public-archive', question],
    queryFn: () => searchPublicArchive(question),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('archive.publicTitle')} lead={t('page.lead.search')}>
      <SearchForm
        question={question}
        series={series.data ?? []}
        units={units.data ?? []}
        ask={(next: Question) => void navigate({ to: '/search', search: next })}
      />
      <Results query={found} question={question} kinds={PUBLIC_KINDS} path="/search" />
    </Page>
  );
}
