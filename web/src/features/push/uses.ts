/**
 * What this browser is told by its one push subscription. Kept here so that the page knows without asking, and so that
 * the subscription ends when nothing uses it any more.
 */
export interface Uses {
  /** Reminders of whoever signs in here. */
  device: boolean;
  /** Every meeting that is for citizens. */
  every: boolean;
  /** Those of these series. */
  seriesIds: string[];
}

const KEPT = 'onmaru.push';

export function uses(): Uses {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Uses>;
    return {
      device: kept.device === true,
      every: kept.every === true,
      seriesIds: Array.isArray(kept.seriesIds) ? kept.seriesIds : [],
    };
  } catch {
    return { device: false, every: false, seriesIds: [] };
  }
}

export function keepUses(changed: Partial<Uses>): Uses {
  const all = { ...uses(), ...changed };
  try {
    localStorage.setItem(KEPT, JSON.stringify(all));
  } catch {
    // A browser that keeps nothing is told all the same.
  }
  return all;
}
