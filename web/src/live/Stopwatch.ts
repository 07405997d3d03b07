/** Measures from the first letter of a line to its sending, so that the server need not trust this device's clock. */
export class Stopwatch {
  readonly #now: () => number;
  #since: number | null = null;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The line as it is now: begins with its first letter, and anew once it is empty. */
  typed(line: string): void {
    if (line.trim() === '') this.#since = null;
    else this.#since ??= this.#now();
  }

  /** Whole milliseconds since the first letter, a day at most. */
  elapsed(): number {
    return this.#since === null ? 0 : Math.min(86_400_000, Math.round(this.#now() - this.#since));
  }
}
