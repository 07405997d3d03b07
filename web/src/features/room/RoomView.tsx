import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@/api';
import { AgendaPanel } from '@/features/agenda/AgendaPanel.tsx';
import { CurrentItemBar } from '@/features/agenda/CurrentItemBar.tsx';
import { titled } from '@/i18n/format.ts';
import { type ProgrammeModel, tallyOf } from '@/live/ProgrammeModel.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import { useWatched } from '@/ui/useWatched.ts';
import { ChartView } from './ChartView.tsx';
import { ControlBar, type Panel, type View } from './ControlBar.tsx';
import { DirectivesPanel } from './DirectivesPanel.tsx';
import { FloorBar } from './FloorBar.tsx';
import { GridView } from './GridView.tsx';
import { HostPanel } from './HostPanel.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { RoomNotices } from './RoomNotices.tsx';
import { SlideOffer } from './SlideOffer.tsx';
import { SlideView } from './SlideView.tsx';
import { SpeakerView } from './SpeakerView.tsx';
import { TopBar } from './TopBar.tsx';

interface Props {
  room: RoomModel;
  programme: ProgrammeModel;
  meeting: Meeting;
}

/** The dark room: the frame says whether we are on air, the stage shows people, the bar is mine. */
export function RoomView({ room, programme, meeting }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const state = useWatched(room.state);
  const followed = useWatched(programme.state);
  const hosts = ['GO_ON_AIR', 'RUN_MEETING'].some((each) => room.may(each as 'GO_ON_AIR' | 'RUN_MEETING'));
  const [view, setView] = useState<View>('grid');
  const [panel, setPanel] = useState<Panel | null>(null);
  const tally = tallyOf(followed);
  const title = titled(meeting, i18n.language);
  useEffect(() => {
    document.title = `${tally === 'on-air' ? '● ' : ''}${title} | ${t('page.product')}`;
  }, [tally, title, t]);
  const shared = state.slots.some((slot) => slot.screen);
  const slide = followed.slide?.slide ?? null;
  const chart = followed.slide?.chart ?? null;
  const taken = slide !== null || chart !== null;
  const shown = shared || taken ? 'speaker' : view;
  return (
    <div className="room" data-tally={tally}>
      <a className="skip" href="#controls">
        {t('room.skip')}
      </a>
      <TopBar room={room} programme={programme} meeting={meeting} tally={tally} />
      {followed.item === null ? null : <CurrentItemBar item={followed.item} present={followed.participants} />}
      <FloorBar programme={programme} moderates={room.may('MODERATE')} />
      <RoomNotices room={room} programme={programme} />
      {followed.slide !== null && !taken && !room.may('PREPARE') ? (
        <SlideOffer programme={programme} meeting={meeting.id} stage={followed.slide} />
      ) : null}
      <div className="room-body">
        <main className="stage" id="main" aria-label={t('room.stage')}>
          {state.phase === 'joining' ? (
            <p className="stage-message" role="status">
              <span className="turning turning-large" aria-hidden="true" />
              {t('room.joining')}
            </p>
          ) : slide !== null ? (
            <SlideView
              room={room}
              programme={programme}
              meeting={meeting.id}
              slots={state.slots}
              slide={slide}
              mayTurn={followed.slide?.mayShow ?? false}
            />
          ) : chart !== null ? (
            <ChartView
              room={room}
              programme={programme}
              meeting={meeting.id}
              slots={state.slots}
              chart={chart}
              mayTakeOff={followed.slide?.mayShow ?? false}
            />
          ) : shown === 'grid' ? (
            <GridView room={room} slots={state.slots} />
          ) : (
            <SpeakerView room={room} slots={state.slots} featured={state.featured} />
          )}
        </main>
        {panel === 'agenda' ? (
          <AgendaPanel
            meeting={meeting}
            version={followed.agendaVersion}
            stage={followed.slide}
            onStage={(answer) => programme.slideIs(answer)}
            onClose={() => setPanel(null)}
          />
        ) : panel === 'people' ? (
          <PeoplePanel room={room} programme={programme} onClose={() => setPanel(null)} />
        ) : panel === 'host' && hosts ? (
          <HostPanel room={room} programme={programme} meeting={meeting} onClose={() => setPanel(null)} />
        ) : panel === 'directives' ? (
          <DirectivesPanel programme={programme} meeting={meeting} onClose={() => setPanel(null)} />
        ) : null}
      </div>
      <ControlBar
        programme={programme}
        room={room}
        hosts={hosts}
        view={shown}
        viewFixed={shared || taken}
        onView={setView}
        panel={panel}
        onPanel={(wanted) => setPanel(panel === wanted ? null : wanted)}
      />
    </div>
  );
}
