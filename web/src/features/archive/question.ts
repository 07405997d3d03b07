import { isDay } from '@/features/calendar/month.ts';

export const KINDS = ['MEETING', 'AGENDA', 'MINUTES', 'DIRECTIVE', 'NEED', 'REPORT'] as const;
export type Kind = (typeof KINDS)[number];

/** What everybody can find; the rest is staff's. */
export const PUBLIC_KINDS: readonly Kind[] = ['MEETING', 'AGENDA', 'MINUTES'];

/** What is looked for, as it stands in the address; what is not said is not there. */
export interface Question {
  q?: string;
  series?: string;
  unit?: string;
  kind?: Kind;
  hazard?: string;
  from?: string;
  to?: string;
  order?: 'DATE';
  page?: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an address that anybody may have written: what makes no sense is left out. */
export function readQuestion(search: Record<string, unknown>): Question {
  const question: Question = {};
  // The router reads `?q=2020` as a number and `?q=true` as a truth.
  if (['string', 'number', 'boolean'].includes(typeof search.q) && search.q !== '') question.q = String(search.q);
  if (typeof search.series === 'string' && UUID.test(search.series)) question.series = search.series;
  if (typeof search.unit === 'string' && UUID.test(search.unit)) question.unit = search.unit;
  const kind = KINDS.find((one) => one === search.kind);
  if (kind !== undefined) question.kind = kind;
  if (typeof search.hazard === 'string' && search.hazard !== '') question.hazard = search.hazard;
  if (typeof search.from === 'string' && isDay(search.from)) question.from = search.from;
  if (typeof search.to === 'string' && isDay(search.to)) question.to = search.to;
  if (search.order === 'DATE') question.order = 'DATE';
  if (typeof search.page === 'number' && Number.isInteger(search.page) && search.page > 1) question.page = search.page;
  return question;
}

/** The same with something else asked: from its first page on. */
export function asking(question: Question, change: { [K in keyof Question]?: Question[K] | undefined }): Question {
  return readQuestion({ ...question, page: undefined, ...change });
}
