import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptMetric, ReportCatalogue } from '@/api';
import { named } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { Table } from '@/ui/Table.tsx';
import { askedIn } from './plans.ts';

interface Props {
  all: ReportCatalogue;
  busy: boolean;
  onEdit: (metric: KeptMetric) => void;
  onRetire: (metric: KeptMetric) => void;
}

/** Every metric: who may know it, and which templates ask it. */
export function MetricTable({ all, busy, onEdit, onRetire }: Props): ReactNode {
  const { t } = useTranslation();
  const sorted = [...all.metrics].sort((one, other) => Number(one.retired) - Number(other.retired));
  return (
    <Table
      caption={t('catalogue.metrics')}
      head={[
        t('catalogue.metric'),
        t('catalogue.disclosure'),
        t('catalogue.unitDisclosure'),
        t('catalogue.askedIn'),
        t('desk.actions'),
      ]}
    >
      {sorted.map((kept) => (
        <MetricRow key={kept.metric.key} all={all} kept={kept} busy={busy} onEdit={onEdit} onRetire={onRetire} />
      ))}
    </Table>
  );
}

function MetricRow({ all, kept, busy, onEdit, onRetire }: Props & { kept: KeptMetric }): ReactNode {
  const { t, i18n } = useTranslation();
  const { metric, retired } = kept;
  const language = i18n.language;
  const name = named({ name: metric.ko, nameEn: metric.en }, language);
  const where = askedIn(kept, all).map((one) => named({ name: one.ko, nameEn: one.en }, language));
  return (
    <tr>
      <th scope="row" data-head={t('catalogue.metric')}>
        {name} <span className="quiet">({language === 'en' ? metric.measureEn : metric.measure})</span>{' '}
        {retired ? <Badge>{t('catalogue.retired')}</Badge> : null}
      </th>
      <td data-head={t('catalogue.disclosure')}>
        {t(`catalogue.disclosures.${metric.disclosure}`)}
        {metric.citation ? <span className="quiet metric-citation">{metric.citation}</span> : null}
      </td>
      <td data-head={t('catalogue.unitDisclosure')}>{t(`catalogue.disclosures.${metric.unitDisclosure}`)}</td>
      <td data-head={t('catalogue.askedIn')}>{where.length > 0 ? where.join(', ') : '–'}</td>
      <td data-head={t('desk.actions')}>
        <div className="row-buttons">
          {retired ? null : (
            <Button kind="tertiary" size="small" onClick={() => onEdit(kept)}>
              {t('catalogue.edit')} <span className="sr-only">{name}</span>
            </Button>
          )}
          <Button kind="tertiary" size="small" busy={busy} onClick={() => onRetire(kept)}>
            {t(retired ? 'catalogue.askAgain' : 'catalogue.askNoMore')} <span className="sr-only">{name}</span>
          </Button>
        </div>
      </td>
    </tr>
  );
}
