/** Whole seconds an item has run and how far it is over its time; clocks that differ never make it negative. */
export function timing(startedAt: string, minutes: number, now: number): { seconds: number; over: boolean } {
  const seconds = Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1_000));
  return { seconds, over: seconds > minutes * 60 };
}

/** `2:05`, `61:00`. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
