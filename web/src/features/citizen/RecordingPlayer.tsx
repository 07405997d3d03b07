import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recording } from '@/api';
import { elapsed, megabytes } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Icon } from '@/ui/Icon.tsx';
import './citizen.css';

interface Props {
  recording: Recording | null;
  title: string;
  preparing: boolean;
  /** Where it begins to play. */
  startSeconds?: number;
}

/** A recording with the browser's own controls, which every assistive technology knows. */
export function RecordingPlayer({ recording, title, preparing, startSeconds = 0 }: Props): ReactNode {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
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
            src={startSeconds > 0 ? `${recording.url}#t=${startSeconds}` : recording.url}
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
    </>
  );
}
