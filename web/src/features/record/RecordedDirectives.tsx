import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listDirectives } from '@/api';
import { dateOf } from '@/i18n/format.ts';
import { Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';

/** What was asked of whom, and how it stands today. */
export function RecordedDirectives({ meeting }: { meeting: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['directives', { meeting }], queryFn: () => listDirectives({ meeting }) });
  return (
    <section className="block" aria-labelledby="record-directives">
      <div className="block-head">
        <h2 id="record-directives">{t('staff.directives')}</h2>
        <Link to="/directives">{t('record.all')}</Link>
      </div>
      <Load query={query}>
        {({ directives }) =>
          directives.length === 0 ? (
            <p className="quiet">{t('record.noDirectives')}</p>
          ) : (
            <Table
              caption={t('staff.directives')}
              head={[t('record.directive'), t('record.unit'), t('record.due'), t('record.state')]}
            >
              {directives.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.label} {one.sentence}
                  </th>
                  <td data-head={t('record.unit')}>{one.unitName}</td>
                  <td data-head={t('record.due')}>{one.due === null ? '–' : dateOf(one.due)}</td>
                  <td data-head={t('record.state')}>{t(`directive.state.${one.state}`)}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Load>
    </section>
  );
}
