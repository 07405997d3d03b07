import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listNeeds } from '@/api';
import { Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';

/** What units asked for, and what they were answered. */
export function RecordedNeeds({ meeting }: { meeting: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['needs', { meeting }], queryFn: () => listNeeds({ meeting }) });
  return (
    <section className="block" aria-labelledby="record-needs">
      <h2 id="record-needs">{t('need.title')}</h2>
      <Load query={query}>
        {(needs) =>
          needs.length === 0 ? (
            <p className="quiet">{t('record.noNeeds')}</p>
          ) : (
            <Table caption={t('need.title')} head={[t('need.sentence'), t('need.unit'), t('record.state')]}>
              {needs.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.sentence}</th>
                  <td data-head={t('need.unit')}>{one.unitName}</td>
                  <td data-head={t('record.state')}>
                    {t(`need.state.${one.state}`)}
                    {one.answer?.words ? ` · ${one.answer.words}` : ''}
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Load>
    </section>
  );
}
