/** A value that can be watched; the shape React's useSyncExternalStore wants, without React. */
export class Watched<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  readonly get = (): T => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }

  patch(change: Partial<T>): void {
    const changed = Object.entries(change).some(([key, value]) => !Object.is(this.#value[key as keyof T], value));
    if (changed) this.set({ ...this.#value, ...change });
  }
}
