import { wallClock } from './clock.ts';
import type { Engine, OpenEngine } from './LivePlayer.ts';
import { StallAllowance } from './StallAllowance.ts';

/** hls.js where the browser has media source; the browser's own player on Apple's phones. */
export async function engineFor(video: HTMLVideoElement): Promise<OpenEngine> {
  const { default: Hls } = await import('hls.js/light');
  if (!Hls.isSupported()) return (fatal) => nativeEngine(video, fatal);
  return (fatal): Engine => {
    const hls = new Hls({
      lowLatencyMode: true,
      // It never catches up unless allowed to play a little faster.
      maxLiveSyncPlaybackRate: 1.15,
      // Our own allowance instead, which forgives.
      liveSyncOnStallIncrease: 0,
      liveDurationInfinity: true,
      backBufferLength: 10,
      startFragPrefetch: true,
    });
    const allowance = new StallAllowance(wallClock.now());
    hls.on(Hls.Events.LEVEL_UPDATED, (_event, { details }) => {
      const asked = details.partHoldBack || details.holdBack;
      if (asked > 0) hls.targetLatency = asked + allowance.extraMs(wallClock.now()) / 1_000;
    });
    hls.on(Hls.Events.ERROR, (_event, data) => {
      if (data.details === Hls.ErrorDetails.BUFFER_STALLED_ERROR) allowance.stalled(wallClock.now());
      if (data.fatal) fatal(data.type === Hls.ErrorTypes.NETWORK_ERROR ? 'network' : 'media');
    });
    hls.attachMedia(video);
    return {
      load: (url) => hls.loadSource(url),
      shownAt: () => hls.playingDate?.getTime() ?? null,
      behindMs: () => {
        const live = hls.liveSyncPosition;
        return live === null ? null : (live - video.currentTime) * 1_000;
      },
      toLive: () => {
        const live = hls.liveSyncPosition;
        if (live !== null) video.currentTime = live;
      },
      destroy: () => hls.destroy(),
    };
  };
}

function nativeEngine(video: HTMLVideoElement, fatal: (kind: 'network' | 'media') => void): Engine {
  const failed = (): void => fatal('network');
  video.addEventListener('error', failed);
  return {
    load: (url) => {
      video.src = url;
    },
    shownAt: () => {
      const start = (video as HTMLVideoElement & { getStartDate?: () => Date }).getStartDate?.().getTime();
      return start === undefined || Number.isNaN(start) ? null : start + video.currentTime * 1_000;
    },
    // Apple's player keeps its own distance and does not say which.
    behindMs: () => null,
    toLive: () => {
      if (video.seekable.length > 0) video.currentTime = video.seekable.end(video.seekable.length - 1);
    },
    destroy: () => {
      video.removeEventListener('error', failed);
      video.removeAttribute('src');
      video.load();
    },
  };
}
