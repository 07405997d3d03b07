import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layout, Meeting, Programme } from '@/api';
import { elapsed, megabytes } from '@/i18n/format.ts';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { useWatched } from '@/ui/useWatched.ts';
import { PanelFrame } from './PanelFrame.tsx';

interface Props {
  room: RoomModel;
  programme: ProgrammeModel;
  meeting: Meeting;
  onClose: () => void;
}

const LAYOUTS: Layout[] = ['GRID', 'SPEAKER'];

/** The host's desk: the meeting's course, the broadcast's picture, and how the broadcast does. */
export function HostPanel({ room, programme, meeting, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const { busy, programme: now } = useWatched(programme.state);
  const [sure, setSure] = useState(false);
  return (
    <PanelFrame title={t('room.host')} onClose={onClose}>
      {room.may('RUN_MEETING') ? (
        <section className="panel-part">
          <h3>{t('host.course')}</h3>
          {meeting.state === 'OPEN' ? (
            <Button size="large" className="wide" busy={busy === 'start'} onClick={() => void programme.startMeeting()}>
              {t('desk.act.start')}
            </Button>
          ) : null}
          {meeting.state === 'IN_SESSION' ? (
            <Button kind="tertiary" className="wide" busy={busy === 'adjourn'} onClick={() => setSure(true)}>
              {t('desk.act.adjourn')}
            </Button>
          ) : null}
        </section>
      ) : null}
      {room.may('GO_ON_AIR') && now !== null && now.state !== 'NONE' ? (
        <>
          <section className="panel-part">
            <h3 id="layouts">{t('host.layout')}</h3>
            <fieldset className="choices" aria-labelledby="layouts">
              {LAYOUTS.map((layout) => (
                <Button
                  key={layout}
                  kind={now.layout === layout ? 'primary' : 'tertiary'}
                  icon={layout === 'GRID' ? 'grid' : 'speaker'}
                  aria-pressed={now.layout === layout}
                  disabled={busy === 'layout'}
                  onClick={() => void programme.setLayout(layout)}
                >
                  {t(`host.layouts.${layout}`)}
                </Button>
              ))}
            </fieldset>
          </section>
          <Monitor now={now} />
        </>
      ) : (
        <p className="quiet">{t('host.noProgramme')}</p>
      )}
      {sure ? (
        <Dialog title={t('desk.sure.adjourn.title')} onClose={() => setSure(false)}>
          <p>{t('desk.sure.adjourn.text')}</p>
          <div className="dialog-buttons">
            <Button kind="tertiary" onClick={() => setSure(false)}>
              {t('action.back')}
            </Button>
            <Button
              danger
              onClick={() => {
                setSure(false);
                void programme.adjourn();
              }}
            >
              {t('desk.act.adjourn')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </PanelFrame>
  );
}

function Monitor({ now }: { now: Programme }): ReactNode {
  const { t, i18n } = useTranslation();
  const problem = now.problem === null ? null : i18n.language === 'en' ? now.problem.en : now.problem.ko;
  return (
    <section className="panel-part">
      <h3>{t('host.monitor')}</h3>
      <p className={problem ? 'monitor-bad' : 'monitor-good'}>{problem ?? t(`host.state.${now.state}`)}</p>
      <Programmed now={now} />
      <dl className="monitor">
        <div>
          <dt>{t('host.frames')}</dt>
          <dd>{t('host.perSecond', { n: now.framesPerSecond.toFixed(1) })}</dd>
        </div>
        <div>
          <dt>{t('host.late')}</dt>
          <dd>{now.lateFrames}</dd>
        </div>
        <div>
          <dt>{t('host.recorded')}</dt>
          <dd>
            {elapsed(now.recordedMs)} · {megabytes(now.recordedBytes)}
          </dd>
        </div>
        <div>
          <dt>{t('host.memory')}</dt>
          <dd>{now.memoryMb} MB</dd>
        </div>
      </dl>
    </section>
  );
}

/** Where each picture is in what goes out, drawn from the studio's own report. */
function Programmed({ now }: { now: Programme }): ReactNode {
  const { t } = useTranslation();
  if (now.tally !== 'ON_AIR' || now.tiles.length === 0) {
    return <p className="miniature miniature-slate">{t('host.slate')}</p>;
  }
  return (
    <ul className="miniature" aria-label={t('host.picture')}>
      {now.tiles.map((tile) => (
        <li
          key={tile.identity}
          className={`miniature-tile miniature-${tile.picture.toLowerCase()}`}
          style={{
            left: `${(tile.x / 1280) * 100}%`,
            top: `${(tile.y / 720) * 100}%`,
            width: `${(tile.width / 1280) * 100}%`,
            height: `${(tile.height / 720) * 100}%`,
          }}
        >
          <span>{tile.name}</span>
          <span className="sr-only">{t(`host.pictures.${tile.picture}`)}</span>
        </li>
      ))}
    </ul>
  );
}
