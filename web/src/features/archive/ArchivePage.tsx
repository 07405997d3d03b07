import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { searchArchive } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { unitsQuery } from '@/features/directory/queries.ts';
import { templatesQuery } from '@/features/report/queries.ts';
import { seriesQuery } from '@/features/series/queries.ts';
import { named } from '@/i18n/format.ts';
import { KINDS, type Question } from './question.ts';
import { Results } from './Results.tsx';
import { SearchForm } from './SearchForm.tsx';

/** Everything that the city's people may find of all meetings. */
export function ArchivePage(): ReactNode {
  const { t } = useTranslation();
  return <Staff title={t('archive.title')}>{() => <Archive />}</Staff>;
}

function Archive(): ReactNode {
  const { i18n } = useTranslation();
  const question = useSearch({ from: '/archive' });
  const navigate = useNavigate();
  const series = useQuery(seriesQuery);
  const units = useQuery(unitsQuery);
  const templates = useQuery(templatesQuery);
  const found = useQuery({
    queryKey: ['archive', question],
    queryFn: () => searchArchive(question),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <SearchForm
        question={question}
        series={series.data ?? []}
        units={units.data ?? []}
        hazards={(templates.data ?? [])
          .filter((one) => one.hazard !== 'none')
          .map((one) => ({ id: one.hazard, name: named({ name: one.ko, nameEn: one.en }, i18n.language) }))}
        ask={(next: Question) => void navigate({ to: '/archive', search: next })}
      />
      <Results query={found} question={question} kinds={KINDS} path="/archive" />
    </>
  );
}
