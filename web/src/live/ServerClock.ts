/**
 * How far the server's clock is ahead of ours. Whatever the server says was true somewhere between our asking and our
 * hearing it; each answer narrows that, so one slow answer on a busy phone does not bend every time the page tells.
 */
export class ServerClock {
  #least = Number.NEGATIVE_INFINITY;
  #most = Number.POSITIVE_INFINITY;

  /**
   * @param serverMs what the server's clock showed
   * @param heardMs ours when that arrived
   * @param askedMs ours when it was asked for, when it was
   */
  told(serverMs: number, heardMs: number, askedMs?: number): void {
    if (Number.isNaN(serverMs)) return;
    const least = serverMs - heardMs;
    const most = askedMs === undefined ? Number.POSITIVE_INFINITY : serverMs - askedMs;
    if (least > this.#most || most < this.#least) {
      // One of the clocks was set: what was known is worth nothing.
      this.#least = least;
      this.#most = most;
      return;
    }
    this.#least = Math.max(this.#least, least);
    this.#most = Math.min(this.#most, most);
  }

  get aheadMs(): number {
    if (this.#least === Number.NEGATIVE_INFINITY) return 0;
    return this.#most === Number.POSITIVE_INFINITY ? this.#least : (this.#least + this.#most) / 2;
  }

  /** How far the truth may be from that, ms. */
  get doubtMs(): number {
    return this.#most === Number.POSITIVE_INFINITY ? this.#most : (this.#most - this.#least) / 2;
  }
}
