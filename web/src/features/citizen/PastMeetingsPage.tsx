import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { publicMeetings } from '@/api';
import { Page } from '@/app/Page.tsx';
import { Button } from '@/ui/Button.tsx';
import { Load } from '@/ui/States.tsx';
import { MeetingList } from './MeetingList.tsx';

const STEP = 30;

export function PastMeetingsPage(): ReactNode {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(STEP);
  const meetings = useQuery({
    queryKey: ['public-meetings', limit],
    queryFn: () => publicMeetings({ limit }),
    placeholderData: (before) => before,
  });
  return (
    <Page title={t('page.past')} lead={t('page.lead.past')}>
      <Load query={meetings}>
        {(list) => (
          <>
            <MeetingList meetings={list} empty={t('citizen.noPast')} />
            {list.length >= limit ? (
              <div className="more">
                <Button kind="tertiary" busy={meetings.isFetching} onClick={() => setLimit(limit + STEP)}>
                  {t('action.more')}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Load>
    </Page>
  );
}
