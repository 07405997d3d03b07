/** Korea has kept this distance to UTC since 1988. Intl would say the same, and loads its time zones for 80 ms on an old phone. */
const AHEAD_MS = 9 * 3_600_000;

/** `2020-12-08T08:30`, Korean time. */
function korean(at: number | string): string {
  return new Date(new Date(at).getTime() + AHEAD_MS).toISOString().slice(0, 16);
}

/** `2020. 12. 8.`, from an instant or a plain date. */
export function dateOf(at: number | string): string {
  const plain = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at) ? at : korean(at);
  const [year, month, day] = plain.slice(0, 10).split('-').map(Number);
  return `${year}. ${month}. ${day}.`;
}

/** `08:30`, Korean time wherever the reader is. */
export function timeOf(at: number | string): string {
  return korean(at).slice(11);
}

export function dateTimeOf(at: number | string): string {
  return `${dateOf(at)} ${timeOf(at)}`;
}

/** Today in Korea as `2026-11-23`, moved by whole days. */
export function koreanDay(now: number, days = 0): string {
  return korean(now + days * 86_400_000).slice(0, 10);
}

/** `3,000`: the same in both languages. */
export function counted(count: number): string {
  const [whole = '', ...rest] = String(count).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

/** `00:14:32`. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(seconds / 3_600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** A meeting's name in the reader's language, Korean when there is no English. */
export function titled(what: { title: string | null; titleEn: string | null }, language: string): string {
  return (language.startsWith('en') ? what.titleEn || what.title : what.title) ?? '';
}

/** What a unit or a post is called in the reader's language, Korean when there is no English. */
export function named(what: { name: string; nameEn: string }, language: string): string {
  return language.startsWith('en') ? what.nameEn || what.name : what.name;
}
