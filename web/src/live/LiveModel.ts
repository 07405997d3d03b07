import { type Following, follow, type Link, type Live } from '@/api';
import { Watched } from './watched.ts';

export interface LiveState {
  link: Link | 'connecting';
  live: Live | null;
  /** How many ms the server's clock is ahead of ours. */
  serverAhead: number;
}

/** What the city is sending just now, followed by event stream, or by asking when that is down. */
export class LiveModel {
  readonly state = new Watched<LiveState>({ link: 'connecting', live: null, serverAhead: 0 });
  readonly #fetch: () => Promise<Live>;
  readonly #follow: typeof follow;
  readonly #now: () => number;
  #following: Following | null = null;

  constructor(fetch: () => Promise<Live>, follows: typeof follow = follow, now: () => number = Date.now) {
    this.#fetch = fetch;
    this.#follow = follows;
    this.#now = now;
  }

  start(): void {
    // The stream may take a moment behind a proxy: ask once at once.
    void this.#poll().catch(() => undefined);
    this.#following ??= this.#follow({
      url: '/api/v1/public/events',
      names: ['live'],
      onEvent: (_name, data) => this.#take(data as Live),
      poll: () => this.#poll(),
      onLink: (link) => this.state.patch({ link }),
    });
  }

  stop(): void {
    this.#following?.stop();
    this.#following = null;
  }

  async #poll(): Promise<void> {
    this.#take(await this.#fetch());
  }

  #take(live: Live): void {
    const serverAhead = Date.parse(live.serverTime) - this.#now();
    this.state.patch({ live, serverAhead: Number.isNaN(serverAhead) ? 0 : serverAhead });
  }
}
