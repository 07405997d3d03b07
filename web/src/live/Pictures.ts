import type { Clock } from './clock.ts';
import type { RoomConnection, Source } from './RoomConnection.ts';

/** A picture that nobody looks at any more is kept this long: views are changed and scrolled back and forth. */
export const KEEP_MS = 3_000;

interface Wanted {
  readonly identity: string;
  readonly source: Source;
  /** In how many places; the same person can be large and in the strip. */
  places: number;
  cancelEnd: () => void;
}

interface Shown {
  readonly identity: string;
  readonly source: Source;
  readonly element: HTMLVideoElement;
  end: () => void;
}

/** Whose pictures are wanted and where they are shown. Outlives the connection that brings them. */
export class Pictures {
  readonly #clock: Clock;
  readonly #wanted = new Map<string, Wanted>();
  readonly #shown = new Set<Shown>();
  #room: RoomConnection | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** From now on they come over this connection. */
  comeOver(room: RoomConnection): void {
    this.#room = room;
    for (const shown of this.#shown) shown.end = room.attach(shown.identity, shown.source, shown.element);
    this.ask();
  }

  /** Asks for whatever is wanted and does not come: its sender may be new, or have come back. */
  ask(): void {
    for (const { identity, source } of this.#wanted.values()) this.#room?.want(identity, source, true);
  }

  /** Wants a picture in one more place, until the returned function is called. */
  want(identity: string, source: Source): () => void {
    const key = `${identity}/${source}`;
    const wanted = this.#wanted.get(key) ?? { identity, source, places: 0, cancelEnd: () => undefined };
    this.#wanted.set(key, wanted);
    wanted.cancelEnd();
    wanted.places += 1;
    this.#room?.want(identity, source, true);
    return () => {
      wanted.places -= 1;
      if (wanted.places > 0) return;
      wanted.cancelEnd = this.#clock.after(KEEP_MS, () => {
        this.#wanted.delete(key);
        this.#room?.want(identity, source, false);
      });
    };
  }

  /** Shows a picture in the element, until the returned function is called. */
  attach(identity: string, source: Source, element: HTMLVideoElement): () => void {
    const end = this.#room?.attach(identity, source, element) ?? (() => undefined);
    const shown: Shown = { identity, source, element, end };
    this.#shown.add(shown);
    return () => {
      this.#shown.delete(shown);
      shown.end();
    };
  }
}
