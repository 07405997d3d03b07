import type { Minutes } from '@/api';

/** What belongs to no item. */
export const WHOLE = 'meeting';

/** What stands in the record when there was nothing; the record is Korean in any language of the page. */
export const NONE = '해당 없음';

/** The paragraphs of an item in the order in which they were begun, and those that are typed here and not there yet. */
export function speeches(minutes: Minutes, typed: Readonly<Record<string, string>>, item: string): string[] {
  const prefix = `speech/${item}/`;
  const known = minutes.fields.filter((one) => one.field.startsWith(prefix) && one.value !== '');
  const here = Object.keys(typed).filter((field) => field.startsWith(prefix));
  return [...new Set([...known.map((one) => one.field), ...here])];
}

/** Who wrote a field last; nobody when the system did. */
export function writerOf(minutes: Minutes, field: string): string | undefined {
  return minutes.fields.find((one) => one.field === field)?.by || undefined;
}
