import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter, Recording } from '@/api';
import { elapsed, megabytes } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { ChapterList } from './ChapterList.tsx';
import './citizen.css';

interface Props {
  recording: Recording | null;
  title: string;
  preparing: boolean;
  /** Where it begins to play. */
  startSeconds?: number;
  /** The meeting and what of it is where in the recording. */
  chapters?: { meeting: string; list: Chapter[]; page?: '/meetings/$id/record' };
}

/** A recording with the browser's own controls, which every assistive technology knows. */
export function RecordingPlayer({ recording, title, preparing, startSeconds = 0, chapters }: Props): ReactNode {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const [second, setSecond] = useState(startSeconds);
  // Where it began stays in its address: another one would load it anew.
  const [first] = useState(startSeconds);
  const shown = useRef(startSeconds);
  useEffect(() => {
    if (shown.current === startSeconds || video.current === null) return;
    shown.current = startSeconds;
    video.current.currentTime = startSeconds;
    // A browser that does not let pages begin to play leaves it where it is, ready to.
    video.current.play().catch(() => undefined);
  }, [startSeconds]);
  if (recording === null) {
    return (
      <div className="player player-waiting">
        <p role="status">{t(preparing ? 'recording.preparing' : 'recording.none')}</p>
      </div>
    );
  }
  return (
    <>
      {failed ? (
        <div className="player player-waiting">
          <p role="alert">{t('recording.failed')}</p>
          <Button kind="secondary" icon="refresh" onClick={() => setFailed(false)}>
            {t('state.retry')}
          </Button>
        </div>
      ) : (
        <div className="player">
          {/* biome-ignore lint/a11y/useMediaCaption: captions are part of the picture */}
          <video
            controls
            playsInline
            preload="metadata"
            ref={video}
            src={first > 0 ? `${recording.url}#t=${first}` : recording.url}
            onTimeUpdate={(event) => setSecond(Math.floor(event.currentTarget.currentTime))}
            aria-label={t('recording.label', { title })}
            onError={() => setFailed(true)}
          />
        </div>
      )}
      <p className="recording-facts">
        <span>{t('recording.length', { time: elapsed(recording.durationMs) })}</span>
        <a href={recording.url} download>
          <Icon name="next" />
          {t('recording.download', { size: megabytes(recording.bytes) })}
        </a>
      </p>
      {chapters ? (
        <ChapterList meeting={chapters.meeting} chapters={chapters.list} second={second} page={chapters.page} />
      ) : null}
    </>
  );
}
