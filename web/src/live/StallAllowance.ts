const STEP_MS = 300;
const MOST_MS = 900;
const FORGIVEN_AFTER_MS = 30_000;

/**
 * How much further from live a player stays because its picture stopped lately: a step for each stop, and a step less
 * for each calm half minute. hls.js alone only ever adds, so one bad minute would leave somebody late for the whole hour.
 */
export class StallAllowance {
  #extraMs = 0;
  #changedAt: number;

  constructor(now: number) {
    this.#changedAt = now;
  }

  stalled(now: number): void {
    this.#extraMs = Math.min(MOST_MS, this.#extraMs + STEP_MS);
    this.#changedAt = now;
  }

  /** Milliseconds beyond the distance that the playlist asks for. */
  extraMs(now: number): number {
    while (this.#extraMs > 0 && now - this.#changedAt >= FORGIVEN_AFTER_MS) {
      this.#extraMs -= STEP_MS;
      this.#changedAt += FORGIVEN_AFTER_MS;
    }
    return this.#extraMs;
  }
}
