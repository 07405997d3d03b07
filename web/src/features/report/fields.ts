import type { FigureAnswer, Report, ReportTemplate } from '@/api';

/** What is wrong with a field, in the reader's language; nothing when it can be filed. */
export function faultOf(report: Report, field: string, language: string): string | undefined {
  const fault = report.faults.find((one) => one.field === field);
  if (fault === undefined) return undefined;
  return language.startsWith('en') ? fault.en : fault.ko;
}

/** What a figure's field is called. */
export function fieldName(field: string, templates: ReportTemplate[], language: string): string {
  const metric = templates.flatMap((one) => one.metrics).find((one) => one.key === field.split('/')[1]);
  if (metric === undefined) return field;
  return language.startsWith('en') ? metric.en : metric.ko;
}

/** How much more than yesterday, with its sign; nothing when that is not known. */
export function difference(figure: FigureAnswer): string | null {
  if (figure.thisPeriod === null || figure.before === null) return null;
  return figure.thisPeriod > 0 ? `+${figure.thisPeriod}` : String(figure.thisPeriod).replace('-', '−');
}

/** A random UUID; also where the browser's own is not offered, which is on pages without HTTPS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) => {
    const value = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  });
  const part = (from: number, to: number): string => hex.slice(from, to).join('');
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join('-');
}
