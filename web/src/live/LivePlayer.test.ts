import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from './fakeClock.ts';
import { BEHIND_MS, type Engine, JUMP_AFTER_MS, LivePlayer, type Screen, STUCK_MS, WAITING_MS } from './LivePlayer.ts';

class FakeScreen implements Screen {
  paused = true;
  currentTime = 0;
  muted = true;
  refuses = false;
  async play(): Promise<void> {
    if (this.refuses) throw Object.assign(new Error('press'), { name: 'NotAllowedError' });
    this.paused = false;
  }
  pause(): void {
    this.paused = true;
  }
}

class FakeEngine implements Engine {
  loaded: string | null = null;
  destroyed = false;
  wentLive = 0;
  shown: number | null = null;
  behind: number | null = 0;
  /** What a jump leaves it behind: nothing where the line keeps up. */
  behindAfterJump = 0;
  readonly fatal: (kind: 'network' | 'media') => void;
  constructor(fatal: (kind: 'network' | 'media') => void) {
    this.fatal = fatal;
  }
  load(url: string): void {
    this.loaded = url;
  }
  shownAt(): number | null {
    return this.shown;
  }
  behindMs(): number | null {
    return this.behind;
  }
  toLive(): void {
    this.wentLive += 1;
    this.behind = this.behindAfterJump;
  }
  destroy(): void {
    this.destroyed = true;
  }
}

let clock: FakeClock;
let screen: FakeScreen;
let engines: FakeEngine[];
let player: LivePlayer;
const last = (): FakeEngine => {
  const engine = engines.at(-1);
  if (engine === undefined) throw new Error('no engine');
  return engine;
};

/** Plays for a while: the picture moves in every tick. */
async function watch(seconds: number): Promise<void> {
  for (let half = 0; half < seconds * 2; half += 1) {
    screen.currentTime += 0.5;
    await clock.advance(500);
  }
}

beforeEach(() => {
  clock = new FakeClock(1_000_000);
  screen = new FakeScreen();
  engines = [];
  player = new LivePlayer(
    screen,
    (fatal) => {
      const engine = new FakeEngine(fatal);
      engines.push(engine);
      return engine;
    },
    () => 300,
    clock,
  );
});

describe('live player', () => {
  it('plays muted and tells the delay by the server’s clock', async () => {
    player.play('/live/index.m3u8');
    expect(player.state.get().phase).toBe('loading');
    await clock.advance(0);
    last().shown = clock.now() + 500 - 1_800;
    screen.currentTime = 1;
    await clock.advance(500);
    expect(player.state.get()).toMatchObject({ phase: 'playing', delayMs: 2_100, muted: true });
  });

  it('comes back from every fatal error, for ever, slower and slower', async () => {
    player.play('/live/index.m3u8');
    for (let failure = 0; failure < 40; failure += 1) {
      last().fatal('network');
      expect(player.state.get().phase).toBe('recovering');
      expect(last().destroyed).toBe(true);
      await clock.advance(8_000);
      expect(engines).toHaveLength(failure + 2);
      expect(last().loaded).toBe('/live/index.m3u8');
    }
    await watch(1);
    expect(player.state.get()).toMatchObject({ phase: 'playing', attempts: 0 });
  });

  it('notices a picture that stands still without any error', async () => {
    player.play('/live/index.m3u8');
    await watch(2);
    await clock.advance(STUCK_MS - 500);
    expect(engines).toHaveLength(1);
    await clock.advance(1_500);
    expect(engines).toHaveLength(2);
  });

  it('says that it waits when the picture stands, and that it plays when it moves again', async () => {
    player.play('/live/index.m3u8');
    await watch(2);
    await clock.advance(WAITING_MS + 500);
    expect(player.state.get()).toMatchObject({ phase: 'loading', delayMs: null });
    await watch(1);
    expect(player.state.get().phase).toBe('playing');
    expect(engines).toHaveLength(1);
  });

  it('leaves a paused player alone and goes to live afterwards', async () => {
    player.play('/live/index.m3u8');
    await watch(1);
    player.pause();
    await clock.advance(STUCK_MS * 3);
    expect(player.state.get().phase).toBe('paused');
    expect(engines).toHaveLength(1);
    player.toLive();
    await watch(1);
    expect(last().wentLive).toBe(1);
    expect(player.state.get().phase).toBe('playing');
  });

  it('jumps to live when it stays too far behind, and not for a moment of it', async () => {
    player.play('/live/index.m3u8');
    await watch(1);
    last().behind = BEHIND_MS + 1;
    await watch(JUMP_AFTER_MS / 1_000 - 1);
    last().behind = BEHIND_MS - 1;
    await watch(2);
    expect(last().wentLive).toBe(0);
    last().behind = 5_000;
    await watch(JUMP_AFTER_MS / 1_000 + 1);
    expect(last().wentLive).toBe(1);
    await watch(600);
    expect(last().wentLive).toBe(1);
  });

  it('makes up at once for what the start cost in time, once', async () => {
    player.play('/live/index.m3u8');
    last().behind = 9_000;
    await watch(1);
    expect(last().wentLive).toBe(1);
    last().behind = 9_000;
    await watch(JUMP_AFTER_MS / 1_000 - 2);
    expect(last().wentLive).toBe(1);
  });

  it('jumps ever more rarely where the line cannot keep up', async () => {
    player.play('/live/index.m3u8');
    await watch(1);
    last().behind = 5_000;
    last().behindAfterJump = 5_000;
    await watch(60);
    expect(last().wentLive).toBeLessThanOrEqual(4);
    const minute = last().wentLive;
    await watch(600);
    expect(last().wentLive - minute).toBeLessThanOrEqual(11);
    expect(last().wentLive - minute).toBeGreaterThanOrEqual(9);
  });

  it('never jumps in a player that keeps its own distance', async () => {
    player.play('/live/index.m3u8');
    last().behind = null;
    await watch(120);
    expect(last().wentLive).toBe(0);
  });

  it('asks for a press when the browser wants one', async () => {
    screen.refuses = true;
    player.play('/live/index.m3u8');
    await clock.advance(0);
    expect(player.state.get().blocked).toBe(true);
    screen.refuses = false;
    player.toLive();
    await clock.advance(0);
    expect(player.state.get().blocked).toBe(false);
  });

  it('does nothing more after it was stopped', async () => {
    player.play('/live/index.m3u8');
    last().fatal('network');
    player.stop();
    await clock.advance(60_000);
    expect(engines).toHaveLength(1);
  });
});
