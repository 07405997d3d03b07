import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Live, live, type PublicMeeting, publicMeetings } from '@/api';
import { known } from '@/api/known.ts';
import { offline } from '@/api/problem.ts';
import { Page } from '@/app/Page.tsx';
import { LatestFigures } from '@/features/figures/LatestFigures.tsx';
import { NotifyButton } from '@/features/push/NotifyButton.tsx';
import { dateOf, timeOf, titled } from '@/i18n/format.ts';
import { LiveModel } from '@/live/LiveModel.ts';
import { Icon } from '@/ui/Icon.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Failed, Load, Loading } from '@/ui/States.tsx';
import { useWatched } from '@/ui/useWatched.ts';
import { AgendaNow } from './AgendaNow.tsx';
import { LivePlayerView } from './LivePlayerView.tsx';
import { MeetingList } from './MeetingList.tsx';
import { NextMeetingCard } from './NextMeetingCard.tsx';
import { RecordingPlayer } from './RecordingPlayer.tsx';
import './citizen.css';

const RECENT = 6;

/** The city's own page: live when there is something live, otherwise what comes next and what was last. */
export function CitizenPage(): ReactNode {
  const { t } = useTranslation();
  const [model] = useState(() => new LiveModel(() => live(), known<Live>('live')));
  const { live: now, link, serverAhead } = useWatched(model.state);
  useEffect(() => {
    model.start();
    return () => model.stop();
  }, [model]);
  const ended = now?.state === 'none';
  const recent = useQuery({
    queryKey: ['public-meetings', RECENT, now?.state, now?.meeting],
    queryFn: () => publicMeetings({ limit: RECENT }),
    // Right after a meeting its recording is being finished.
    refetchInterval: (query) => (ended && awaited(query.state.data) ? 10_000 : false),
    placeholderData: (before) => before,
  });
  return (
    <Page title={t('citizen.title')} quietTitle>
      <p className="sr-only" role="status">
        {now === null ? '' : t(`citizen.state.${now.state}`)}
      </p>
      {link === 'offline' ? <Notice tone="warning">{t('citizen.offline')}</Notice> : null}
      {now === null ? (
        link === 'offline' ? (
          <Failed error={offline()} retry={() => window.location.reload()} />
        ) : (
          <Loading />
        )
      ) : now.state === 'none' ? (
        <Between now={now} serverAhead={serverAhead} last={recent.data?.find((meeting) => meeting.adjournedAt)} />
      ) : (
        <OnNow now={now} serverAhead={serverAhead} />
      )}
      {now === null ? null : (
        <div className="notify-line">
          <NotifyButton series={null} />
        </div>
      )}
      {now === null ? null : <LatestFigures />}
      {now === null && link !== 'offline' ? null : (
        <section className="block" aria-labelledby="recent">
          <div className="block-head">
            <h2 id="recent">{t('citizen.recent')}</h2>
            <Link to="/meetings">{t('citizen.allPast')}</Link>
          </div>
          <Load query={recent}>{(meetings) => <MeetingList meetings={meetings} empty={t('citizen.noPast')} />}</Load>
        </section>
      )}
    </Page>
  );
}

function awaited(meetings: PublicMeeting[] | undefined): boolean {
  return meetings?.some((meeting) => meeting.preparing) ?? false;
}

function OnNow({ now, serverAhead }: { now: Live; serverAhead: number }): ReactNode {
  const { t, i18n } = useTranslation();
  const onAir = now.state === 'on-air';
  return (
    <section className="now" aria-labelledby="now-title">
      <div className="now-head">
        <span className={onAir ? 'lamp lamp-live' : 'lamp lamp-off'}>
          <Icon name={onAir ? 'broadcast' : 'pause'} />
          {t(onAir ? 'citizen.onAir' : 'citizen.offAir')}
        </span>
        <h2 id="now-title">
          {titled(now, i18n.language)}
          {now.ordinal === null ? null : <span className="ordinal"> {t('meeting.ordinal', { n: now.ordinal })}</span>}
        </h2>
        {now.startedAt ? (
          <p className="when">
            {dateOf(now.startedAt)} {timeOf(now.startedAt)}
          </p>
        ) : null}
      </div>
      <div className="now-stage">
        {now.hls ? (
          <LivePlayerView url={now.hls} onAir={onAir} serverAhead={serverAhead} />
        ) : (
          <div className="player player-waiting">
            <p role="status">{t('citizen.preparing')}</p>
          </div>
        )}
        {now.meeting === null ? null : <AgendaNow meeting={now.meeting} />}
      </div>
      {onAir ? null : <p className="offair-note">{t('citizen.offAirNote')}</p>}
    </section>
  );
}

function Between({ now, serverAhead, last }: { now: Live; serverAhead: number; last?: PublicMeeting }): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <>
      <NextMeetingCard next={now.next} serverAhead={serverAhead} />
      {last ? (
        <section className="now" aria-labelledby="last-title">
          <div className="now-head">
            <span className="lamp lamp-past">
              <Icon name="play" />
              {t('citizen.last')}
            </span>
            <h2 id="last-title">
              {titled(last, i18n.language)}
              {last.ordinal === null ? null : (
                <span className="ordinal"> {t('meeting.ordinal', { n: last.ordinal })}</span>
              )}
            </h2>
            <p className="when">
              {dateOf(last.startedAt ?? last.startsAt)} {timeOf(last.startedAt ?? last.startsAt)}
            </p>
          </div>
          <RecordingPlayer recording={last.recording} title={titled(last, i18n.language)} preparing={last.preparing} />
        </section>
      ) : null}
    </>
  );
}
