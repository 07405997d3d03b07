import type { KeptMetric, ReportCatalogue } from '@/api';
import { templates } from './reports.ts';

const asked = templates.flatMap((one) => one.metrics);

const frozenPipes: KeptMetric = {
  metric: {
    key: 'own.2',
    ko: '상수도 계량기와 옥내 급수관 동파 신고',
    en: 'Frozen water meters and pipes reported',
    measure: '건',
    measureEn: 'cases',
    decimals: 0,
    mayFall: false,
    estimable: false,
    combines: 'SUM',
    disclosure: 'INTERNAL',
    unitDisclosure: 'INTERNAL',
    citation: '',
  },
  filed: false,
  retired: true,
  version: 2,
};

export const catalogue: ReportCatalogue = {
  templates: templates.map(({ key, ko, en, metrics, retired }) => ({
    key,
    ko,
    en,
    metrics: metrics.map((metric) => metric.key),
    retired,
    version: 1,
  })),
  metrics: [...asked.map((metric) => ({ metric, filed: true, retired: false, version: 1 })), frozenPipes],
};
