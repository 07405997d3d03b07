import { type Following, follow, type Link, type Live } from '@/api';
import { type Clock, wallClock } from './clock.ts';
import { ServerClock } from './ServerClock.ts';
import { Watched } from './watched.ts';

export interface LiveState {
  link: Link | 'connecting';
  live: Live | null;
  /** How many ms the server's clock is ahead of ours. */
  serverAhead: number;
}

/** The server's clock is asked for again while it may be this far from what we think, and this often. */
const DOUBT_MS = 150;
const ASK_AGAIN_MS = 3_000;
const QUESTIONS = 10;

/** What the city is sending just now, followed by event stream, or by asking when that is down. */
export class LiveModel {
  readonly state = new Watched<LiveState>({ link: 'connecting', live: null, serverAhead: 0 });
  readonly #fetch: () => Promise<Live>;
  readonly #follow: typeof follow;
  readonly #clock: Clock;
  readonly #serverClock = new ServerClock();
  #following: Following | null = null;
  #questions = 0;
  #cancelQuestion: () => void = () => undefined;

  /** @param first what is known already, until the server says more */
  constructor(
    fetch: () => Promise<Live>,
    first: Live | null = null,
    follows: typeof follow = follow,
    clock: Clock = wallClock,
  ) {
    if (first !== null) this.state.patch({ live: first });
    this.#fetch = fetch;
    this.#follow = follows;
    this.#clock = clock;
  }

  start(): void {
    this.#questions = 0;
    // The stream may take a moment behind a proxy: ask once at once.
    this.#ask();
    this.#following ??= this.#follow({
      url: '/api/v1/public/events',
      names: ['live'],
      onEvent: (_name, data) => this.#take(data as Live),
      poll: () => this.#poll(),
      onLink: (link) => this.state.patch({ link }),
    });
  }

  stop(): void {
    this.#cancelQuestion();
    this.#following?.stop();
    this.#following = null;
  }

  /** A phone that is busy with the page's start measures the clock badly; asked again later it does not. */
  #ask(): void {
    this.#questions += 1;
    void this.#poll()
      .catch(() => undefined)
      .then(() => {
        if (this.#following === null || this.#questions >= QUESTIONS || this.#serverClock.doubtMs <= DOUBT_MS) return;
        this.#cancelQuestion = this.#clock.after(ASK_AGAIN_MS, () => this.#ask());
      });
  }

  async #poll(): Promise<void> {
    const asked = this.#clock.now();
    this.#take(await this.#fetch(), asked);
  }

  #take(live: Live, asked?: number): void {
    this.#serverClock.told(Date.parse(live.serverTime), this.#clock.now(), asked);
    this.state.patch({ live, serverAhead: this.#serverClock.aheadMs });
  }
}
