import { type Clock, wallClock } from './clock.ts';
import { Watched } from './watched.ts';

export type PlayerPhase = 'loading' | 'playing' | 'paused' | 'recovering';

export interface PlayerState {
  phase: PlayerPhase;
  /** Milliseconds between the studio's clock on the frame shown and now; null while unknown. */
  delayMs: number | null;
  muted: boolean;
  /** The browser wants a press before it plays anything at all. */
  blocked: boolean;
  attempts: number;
}

/** Something that turns a playlist into moving pictures on one video element. */
export interface Engine {
  load(url: string): void;
  /** Wall-clock time of the frame on screen, ms, from the playlist's dates. */
  shownAt(): number | null;
  /** Milliseconds between where it plays and where it would play if it began now; null when it cannot tell. */
  behindMs(): number | null;
  /** Goes to where live is. */
  toLive(): void;
  destroy(): void;
}

export type OpenEngine = (fatal: (kind: 'network' | 'media') => void) => Engine;

/** What the player needs of a video element. */
export interface Screen {
  readonly paused: boolean;
  readonly currentTime: number;
  muted: boolean;
  play(): Promise<void>;
  pause(): void;
}

const TICK_MS = 500;
/** A picture that stands still this long is being waited for, and says so. */
export const WAITING_MS = 2_000;
/** A picture that stands still this long while playing is a failure nobody reported. */
export const STUCK_MS = 8_000;
/** Further behind than this, playing a little faster takes too long: the picture jumps instead. */
export const BEHIND_MS = 1_500;
/** How long it may be that far behind before it jumps. */
export const JUMP_AFTER_MS = 4_000;
/** A line that cannot keep up is not made to jump more often than this. */
const LEAST_OFTEN_MS = 60_000;
const BACKOFF_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;

/** Keeps one live programme playing for ever: every failure ends in another try, calmly. */
export class LivePlayer {
  readonly state = new Watched<PlayerState>({
    phase: 'loading',
    delayMs: null,
    muted: true,
    blocked: false,
    attempts: 0,
  });
  readonly #screen: Screen;
  readonly #open: OpenEngine;
  readonly #clock: Clock;
  readonly #serverAhead: () => number;
  #engine: Engine | null = null;
  #url: string | null = null;
  #movedAt = 0;
  #lastTime = -1;
  #wantsPause = false;
  #behindSince: number | null = null;
  #jumpedAt = Number.NEGATIVE_INFINITY;
  #patienceMs = JUMP_AFTER_MS;
  /** It has only just begun: whatever the start cost in time is made up for at once. */
  #fresh = true;
  #cancelTick: () => void = () => undefined;
  #cancelRetry: (() => void) | null = null;

  /** @param serverAhead how many ms the server's clock is ahead of ours */
  constructor(screen: Screen, open: OpenEngine, serverAhead: () => number = () => 0, clock: Clock = wallClock) {
    this.#screen = screen;
    this.#open = open;
    this.#serverAhead = serverAhead;
    this.#clock = clock;
  }

  play(url: string): void {
    if (url === this.#url && this.#engine !== null) return;
    this.stop();
    this.#url = url;
    this.#wantsPause = false;
    this.state.patch({ phase: 'loading', delayMs: null, attempts: 0, muted: this.#screen.muted });
    this.#begin();
    this.#tick();
  }

  stop(): void {
    this.#cancelTick();
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#engine?.destroy();
    this.#engine = null;
    this.#url = null;
  }

  setMuted(muted: boolean): void {
    this.#screen.muted = muted;
    this.state.patch({ muted });
    if (this.#screen.paused && !this.#wantsPause) void this.#start();
  }

  pause(): void {
    this.#wantsPause = true;
    this.#screen.pause();
    this.state.patch({ phase: 'paused' });
  }

  /** Plays on from where live is now, also after a pause. */
  toLive(): void {
    this.#wantsPause = false;
    this.#moved();
    this.#engine?.toLive();
    void this.#start();
  }

  #begin(): void {
    const engine = this.#open((kind) => {
      if (this.#engine === engine) this.#failed(kind);
    });
    this.#engine = engine;
    this.#moved();
    this.#fresh = true;
    if (this.#url !== null) engine.load(this.#url);
    if (!this.#wantsPause) void this.#start();
  }

  async #start(): Promise<void> {
    try {
      await this.#screen.play();
      this.state.patch({ blocked: false });
    } catch (error) {
      // Loading interrupted it, or the browser wants a press; only the latter needs a person.
      if (error instanceof Error && error.name === 'NotAllowedError') this.state.patch({ blocked: true });
    }
  }

  #failed(_kind: 'network' | 'media'): void {
    this.#engine?.destroy();
    this.#engine = null;
    const attempts = this.state.get().attempts;
    const wait = BACKOFF_MS[Math.min(attempts, BACKOFF_MS.length - 1)] ?? 8_000;
    this.state.patch({ phase: 'recovering', delayMs: null, attempts: attempts + 1 });
    this.#cancelRetry?.();
    this.#cancelRetry = this.#clock.after(wait, () => this.#begin());
  }

  /** Each jump that did not help for long makes the next one rarer: a hiccup every minute is better than one every five seconds. */
  #keepUp(now: number, behindMs: number | null): void {
    if (behindMs === null || behindMs < BEHIND_MS) {
      this.#fresh = false;
      this.#behindSince = null;
      if (now - this.#jumpedAt > LEAST_OFTEN_MS) this.#patienceMs = JUMP_AFTER_MS;
      return;
    }
    this.#behindSince ??= now;
    if (!this.#fresh) {
      if (now - this.#behindSince < this.#patienceMs) return;
      this.#jumpedAt = now;
      this.#patienceMs = Math.min(this.#patienceMs * 2, LEAST_OFTEN_MS);
    }
    this.#fresh = false;
    this.#behindSince = null;
    this.#engine?.toLive();
  }

  #moved(): void {
    this.#movedAt = this.#clock.now();
  }

  #tick(): void {
    this.#cancelTick = this.#clock.after(TICK_MS, () => this.#tick());
    if (this.#engine === null) return;
    if (this.#screen.paused) {
      if (this.#wantsPause) this.state.patch({ phase: 'paused' });
      this.#moved();
      return;
    }
    const time = this.#screen.currentTime;
    if (time !== this.#lastTime && time > 0) {
      this.#lastTime = time;
      this.#moved();
      const shown = this.#engine.shownAt();
      const delayMs = shown === null ? null : Math.max(0, this.#clock.now() + this.#serverAhead() - shown);
      this.state.patch({ phase: 'playing', delayMs, attempts: 0, blocked: false });
      this.#keepUp(this.#clock.now(), this.#engine.behindMs());
    } else if (this.#clock.now() - this.#movedAt >= STUCK_MS) {
      this.#failed('media');
    } else if (this.#clock.now() - this.#movedAt >= WAITING_MS && this.state.get().phase === 'playing') {
      this.state.patch({ phase: 'loading', delayMs: null });
    }
  }
}
