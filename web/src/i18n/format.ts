const ZONE = 'Asia/Seoul';

function parts(at: number | string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hourCycle: 'h23', ...options });
  return Object.fromEntries(format.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
}

/** `2020. 12. 8.`, from an instant or a plain date. */
export function dateOf(at: number | string): string {
  const plain = typeof at === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(at) : null;
  if (plain !== null) return `${plain[1]}. ${Number(plain[2])}. ${Number(plain[3])}.`;
  const { year, month, day } = parts(at, { year: 'numeric', month: 'numeric', day: 'numeric' });
  return `${year}. ${Number(month)}. ${Number(day)}.`;
}

/** `08:30`, Korean time wherever the reader is. */
export function timeOf(at: number | string): string {
  const { hour, minute } = parts(at, { hour: '2-digit', minute: '2-digit' });
  return `${hour}:${minute}`;
}

export function dateTimeOf(at: number | string): string {
  return `${dateOf(at)} ${timeOf(at)}`;
}

/** Today in Korea as `2026-11-23`, moved by whole days. */
export function koreanDay(now: number, days = 0): string {
  const { year, month, day } = parts(now + days * 86_400_000, { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${year}-${month}-${day}`;
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
