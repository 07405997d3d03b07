import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getAgenda } from '@/api';
import { timeOf, titled } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';

/** What was dealt with, in order, and when. */
export function RecordedAgenda({ meeting, over }: { meeting: string; over: boolean }): ReactNode {
  const { t, i18n } = useTranslation();
  const agenda = useQuery({ queryKey: ['agenda', meeting], queryFn: () => getAgenda(meeting) });
  return (
    <section className="block" aria-labelledby="record-agenda">
      <h2 id="record-agenda">{t('agenda.title')}</h2>
      <Load query={agenda}>
        {({ items }) => (
          <Table
            caption={t('agenda.title')}
            head={[t('record.item'), t('agenda.kind'), t('record.unit'), t('record.time')]}
          >
            {items.map((item) => (
              <tr key={item.key}>
                <th scope="row">
                  {titled(item, i18n.language)} {item.open ? null : <Badge>{t('agenda.internal')}</Badge>}
                  {item.attachments.map((file) => (
                    <a
                      key={file.id}
                      className="record-file"
                      href={`/api/v1/meetings/${meeting}/agenda/items/${item.key}/attachments/${file.id}`}
                      download={file.name}
                    >
                      {file.name}
                    </a>
                  ))}
                </th>
                <td data-head={t('agenda.kind')}>{t(`agenda.kinds.${item.kind}`)}</td>
                <td data-head={t('record.unit')}>{item.unit ?? '–'}</td>
                <td data-head={t('record.time')}>
                  {item.startedAt === null
                    ? over
                      ? t('record.notBegun')
                      : '–'
                    : `${timeOf(item.startedAt)}${item.endedAt === null ? '' : `–${timeOf(item.endedAt)}`}`}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Load>
    </section>
  );
}
