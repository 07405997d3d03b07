import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { engineFor } from '@/live/engines.ts';
import { LivePlayer, type PlayerState } from '@/live/LivePlayer.ts';
import { Icon } from '@/ui/Icon.tsx';

interface Props {
  url: string;
  onAir: boolean;
  serverAhead: number;
}

const START: PlayerState = { phase: 'loading', delayMs: null, muted: true, blocked: false, attempts: 0 };

/** The live picture: plays by itself without sound, one press brings the sound, and it never gives up. */
export function LivePlayerView({ url, onAir, serverAhead }: Props): ReactNode {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const ahead = useRef(serverAhead);
  ahead.current = serverAhead;
  const player = useRef<LivePlayer | null>(null);
  const [state, setState] = useState(START);

  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    let over = false;
    let release = (): void => undefined;
    void startPlayer(element, () => ahead.current).then((made) => {
      if (over) return made.stop();
      player.current = made;
      const stopWatching = made.state.subscribe(() => setState(made.state.get()));
      made.play(url);
      setState(made.state.get());
      release = () => {
        stopWatching();
        made.stop();
        player.current = null;
      };
    });
    return () => {
      over = true;
      release();
    };
  }, [url]);

  const paused = state.phase === 'paused';
  const late = state.delayMs !== null && state.delayMs > 8_000;
  return (
    <div className="player" ref={frame}>
      <video
        ref={video}
        playsInline
        muted
        autoPlay
        aria-label={t('player.label')}
        data-phase={state.phase}
        data-delay-ms={state.delayMs === null ? undefined : Math.round(state.delayMs)}
      />
      {onAir ? null : <p className="player-word">{t('citizen.offAir')}</p>}
      <PlayerMessage state={state} onPlay={() => player.current?.toLive()} />
      {state.muted && !state.blocked && state.phase === 'playing' ? (
        <button type="button" className="player-sound" onClick={() => player.current?.setMuted(false)}>
          <Icon name="volume" />
          {t('player.soundOn')}
        </button>
      ) : null}
      <div className="player-bar">
        <button
          type="button"
          className="player-button"
          onClick={() => (paused ? player.current?.toLive() : player.current?.pause())}
        >
          <Icon name={paused ? 'play' : 'pause'} filled={paused} />
          <span className="player-button-text">{t(paused ? 'player.play' : 'player.pause')}</span>
        </button>
        <button type="button" className="player-button" onClick={() => player.current?.setMuted(!state.muted)}>
          <Icon name={state.muted ? 'volume-off' : 'volume'} />
          <span className="player-button-text">{t(state.muted ? 'player.soundOn' : 'player.soundOff')}</span>
        </button>
        {late || paused ? (
          <button type="button" className="player-button player-live" onClick={() => player.current?.toLive()}>
            <Icon name="broadcast" />
            <span>{t('player.toLive')}</span>
          </button>
        ) : null}
        <span className="player-delay">
          {state.delayMs === null ? '' : t('player.delay', { seconds: (state.delayMs / 1_000).toFixed(1) })}
        </span>
        <button
          type="button"
          className="player-button"
          onClick={() => void toggleFullscreen(frame.current, video.current)}
        >
          <Icon name="fullscreen" />
          <span className="player-button-text">{t('player.fullscreen')}</span>
        </button>
      </div>
    </div>
  );
}

async function startPlayer(element: HTMLVideoElement, ahead: () => number): Promise<LivePlayer> {
  return new LivePlayer(element, await engineFor(element), ahead);
}

function PlayerMessage({ state, onPlay }: { state: PlayerState; onPlay: () => void }): ReactNode {
  const { t } = useTranslation();
  if (state.blocked) {
    return (
      <button type="button" className="player-start" onClick={onPlay}>
        <Icon name="play" filled />
        {t('player.play')}
      </button>
    );
  }
  const text = state.phase === 'loading' ? 'player.loading' : state.phase === 'recovering' ? 'player.recovering' : null;
  return (
    <p className={text ? 'player-message' : 'sr-only'} role="status">
      {text ? <span className="turning" aria-hidden="true" /> : null}
      {text ? t(text) : ''}
    </p>
  );
}

async function toggleFullscreen(frame: HTMLElement | null, video: HTMLVideoElement | null): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  if (frame?.requestFullscreen) return frame.requestFullscreen();
  // Apple's phones can only enlarge the video itself.
  (video as (HTMLVideoElement & { webkitEnterFullscreen?: () => void }) | null)?.webkitEnterFullscreen?.();
}
