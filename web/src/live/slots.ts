import type { Presence } from './RoomConnection.ts';

/** How long a seat stays on screen, greyed, after its person left. */
export const GONE_MS = 20_000;

export interface Slot extends Presence {
  /** Not in the room any more; the slot keeps its place for a while. */
  gone: boolean;
}

interface Place {
  last: Presence;
  goneSince: number | null;
}

/**
 * Who sits where on screen. The first arrangement is by seat; afterwards nobody is ever moved because somebody else
 * came: newcomers take the first place that became free, or a new one at the end.
 */
export class Slots {
  #places: Place[] = [];

  update(people: readonly Presence[], now: number): Slot[] {
    const arriving = new Map(people.map((person) => [person.identity, person]));
    for (const place of this.#places) {
      const present = arriving.get(place.last.identity);
      if (present !== undefined) {
        place.last = present;
        place.goneSince = null;
        arriving.delete(present.identity);
      } else {
        place.goneSince ??= now;
      }
    }
    const newcomers = [...arriving.values()].sort(bySeat);
    for (const person of newcomers) {
      const free = this.#places.find((place) => place.goneSince !== null && now - place.goneSince >= GONE_MS);
      if (free !== undefined) {
        free.last = person;
        free.goneSince = null;
      } else {
        this.#places.push({ last: person, goneSince: null });
      }
    }
    this.#places = this.#places.filter((place) => place.goneSince === null || now - place.goneSince < GONE_MS);
    return this.#slots();
  }

  /** Puts everybody back in seat order, when somebody asks for it. */
  sort(): Slot[] {
    this.#places.sort((a, b) => bySeat(a.last, b.last));
    return this.#slots();
  }

  #slots(): Slot[] {
    return this.#places.map(({ last, goneSince }) => {
      if (goneSince === null) return { ...last, gone: false };
      return { ...last, gone: true, speaking: false, camera: 'NONE', microphone: 'NONE', screen: false };
    });
  }
}

export function bySeat(a: Presence, b: Presence): number {
  return a.seat - b.seat || a.name.localeCompare(b.name, 'ko') || a.identity.localeCompare(b.identity);
}

/** The name plate: unit, post and name, with missing parts left out. */
export function plate(person: Pick<Presence, 'unit' | 'post' | 'name'>): string {
  const who = [person.post, person.name].filter((part) => part !== null && part !== '').join(' ');
  return [person.unit, who].filter((part) => part !== null && part !== '').join(' · ');
}
