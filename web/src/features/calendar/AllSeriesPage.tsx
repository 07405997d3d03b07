import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { publicSeries } from '@/api';
import { Page } from '@/app/Page.tsx';
import { named } from '@/i18n/format.ts';
import { TextField } from '@/ui/Field.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import './calendar.css';

/** The series that meet for citizens, found by any name they ever had. A city with one is taken straight to it. */
export function AllSeriesPage(): ReactNode {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState('');
  const called = text.trim();
  const found = useQuery({
    queryKey: ['public-series', called],
    queryFn: () => publicSeries(called === '' ? {} : { called }),
    placeholderData: keepPreviousData,
  });
  const only = text === '' && found.data?.length === 1 ? found.data[0] : undefined;
  if (only) return <Navigate to="/series/$id" params={{ id: only.id }} replace />;
  return (
    <Page title={t('page.calendar')} lead={t('page.lead.calendar')}>
      <TextField
        label={t('calendar.find')}
        hint={t('calendar.findHint')}
        value={text}
        maxLength={60}
        onChange={(event) => setText(event.target.value)}
      />
      <Load query={found}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="calendar" title={t(called === '' ? 'calendar.none' : 'calendar.notFound')} />
          ) : (
            <ul className="series-list">
              {list.map((one) => (
                <li key={one.id}>
                  <Link to="/series/$id" params={{ id: one.id }}>
                    {named(one, i18n.language)}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Load>
    </Page>
  );
}
