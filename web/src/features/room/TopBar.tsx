import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@/api';
import { elapsed, titled } from '@/i18n/format.ts';
import type { ProgrammeModel, Tally } from '@/live/ProgrammeModel.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import { Icon } from '@/ui/Icon.tsx';
import { useNow } from '@/ui/useNow.ts';
import { useWatched } from '@/ui/useWatched.ts';
import { AirButton } from './AirButton.tsx';

interface Props {
  room: RoomModel;
  programme: ProgrammeModel;
  meeting: Meeting;
  tally: Tally;
}

const ICONS = {
  'on-air': 'broadcast',
  'off-air': 'pause',
  rehearsal: 'info',
  'rehearsal-on-air': 'broadcast',
  unknown: 'refresh',
} as const;

/** The word that goes with the frame's colour, what meeting this is and for how long, and the host's switch. */
export function TopBar({ room, programme, meeting, tally }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const { phase } = useWatched(room.state);
  return (
    <header className="top-bar">
      <p className="tally" role="status">
        <Icon name={ICONS[tally]} />
        {t(`room.tally.${tally}`)}
      </p>
      <h1 className="room-title">
        {titled(meeting, i18n.language)}
        {meeting.ordinal === null ? null : <span> · {t('meeting.ordinal', { n: meeting.ordinal })}</span>}
      </h1>
      <p className="room-time">
        {meeting.state === 'IN_SESSION' && meeting.startedAt ? (
          <Elapsed since={meeting.startedAt} />
        ) : (
          t(`meeting.state.${meeting.state}`)
        )}
      </p>
      {room.may('GO_ON_AIR') && phase !== 'joining' ? <AirButton programme={programme} /> : null}
    </header>
  );
}

function Elapsed({ since }: { since: string }): ReactNode {
  return <time>{elapsed(useNow() - Date.parse(since))}</time>;
}
