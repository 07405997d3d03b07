import type { CreateMetric, KeptMetric, KeptTemplate, Metric, MetricDisclosure, ReportCatalogue } from '@/api';

/** The template that any report may be made with; it asks no figures and stays. */
export const PLAIN = 'plain';

/** From the most open to the least. */
export const DISCLOSURES: readonly MetricDisclosure[] = ['PUBLIC', 'INTERNAL', 'RESTRICTED'];

/** How it begins: nobody outside knows it until somebody says so. */
export const NEW_METRIC: CreateMetric = {
  ko: '',
  en: '',
  measure: '명',
  measureEn: 'people',
  decimals: 0,
  mayFall: false,
  estimable: false,
  combines: 'SUM',
  disclosure: 'INTERNAL',
  unitDisclosure: 'INTERNAL',
  citation: '',
};

/** The part of a metric that an administrator writes. */
export function planOf({ key: _, ...metric }: Metric): CreateMetric {
  return metric;
}

/** How open one unit's figure may be: never more than the city's. */
export function unitDisclosures(city: MetricDisclosure): readonly MetricDisclosure[] {
  return DISCLOSURES.slice(DISCLOSURES.indexOf(city));
}

/** The same with the city's figure as open as this; the unit's closes with it. */
export function disclosed(plan: CreateMetric, disclosure: MetricDisclosure): CreateMetric {
  const allowed = unitDisclosures(disclosure);
  const unitDisclosure = allowed.includes(plan.unitDisclosure) ? plan.unitDisclosure : disclosure;
  return { ...plan, disclosure, unitDisclosure };
}

/** Whether a rule or decision has to be named: citizens get to know more than before, or one was named before. */
export function needsCitation(before: CreateMetric | null, now: CreateMetric): boolean {
  const opens = (['disclosure', 'unitDisclosure'] as const).some(
    (which) => now[which] === 'PUBLIC' && before?.[which] !== 'PUBLIC',
  );
  return opens || (now.disclosure === 'PUBLIC' && (before?.citation ?? '') !== '');
}

/** One key a place up (-1) or down (1); the same list where there is no such place. */
export function moved(keys: readonly string[], key: string, by: -1 | 1): string[] {
  const from = keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= keys.length) return [...keys];
  const rest = keys.filter((one) => one !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
}

/** The metrics of a template that are asked now, in the order of the form. */
export function askedBy(template: KeptTemplate, { metrics }: ReportCatalogue): KeptMetric[] {
  return template.metrics
    .map((key) => metrics.find((one) => one.metric.key === key))
    .filter((one): one is KeptMetric => one !== undefined && !one.retired);
}

/** The templates by which a metric is asked now. */
export function askedIn({ metric, retired }: KeptMetric, { templates }: ReportCatalogue): KeptTemplate[] {
  return retired ? [] : templates.filter((one) => !one.retired && one.metrics.includes(metric.key));
}
