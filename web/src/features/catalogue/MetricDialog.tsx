import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CreateMetric,
  changeReportMetric,
  createReportMetric,
  type KeptMetric,
  type MetricCombining,
  type MetricDisclosure,
} from '@/api';
import { CheckField, SelectField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { DISCLOSURES, disclosed, NEW_METRIC, needsCitation, planOf, unitDisclosures } from './plans.ts';
import { catalogueQuery, refreshCatalogue } from './queries.ts';

const COMBINING: readonly MetricCombining[] = ['SUM', 'HIGHEST'];

interface Props {
  /** Null for a new one. */
  kept: KeptMetric | null;
  onClose: () => void;
}

/** What is counted, in what, and who may know it. What filed numbers mean stays as it is. */
export function MetricDialog({ kept, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const before = kept === null ? null : planOf(kept.metric);
  const [plan, setPlan] = useState<CreateMetric>(before ?? NEW_METRIC);
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      kept === null
        ? createReportMetric(plan)
        : changeReportMetric(kept.metric.key, { metric: plan, version: kept.version }),
    onSuccess: async (now) => {
      await refreshCatalogue(queries, now);
      onClose();
    },
    onError: () => queries.invalidateQueries({ queryKey: catalogueQuery.queryKey }),
  });
  const needsReason = needsCitation(before, plan);
  const fault = (key: 'ko' | 'en' | 'measure' | 'measureEn' | 'citation'): string | undefined => {
    if (plan[key].trim() !== '') return undefined;
    if (key === 'citation') return needsReason ? t('catalogue.citationNeeded') : undefined;
    return t(key === 'en' ? 'field.nameEnNeeded' : 'field.needed');
  };
  const field = (key: Parameters<typeof fault>[0], label: string, more: { hint?: string; fixed?: boolean } = {}) => (
    <TextField
      label={label}
      {...(more.hint === undefined ? {} : { hint: more.hint })}
      disabled={more.fixed}
      value={plan[key]}
      onChange={(event) => setPlan({ ...plan, [key]: event.target.value })}
      error={tried ? fault(key) : undefined}
    />
  );
  const submit = (): void => {
    setTried(true);
    const faults = (['ko', 'en', 'measure', 'measureEn', 'citation'] as const).map(fault);
    if (faults.every((one) => one === undefined)) send.mutate();
  };
  const filed = kept?.filed ?? false;
  return (
    <FormDialog
      title={kept === null ? t('catalogue.newMetric') : t('catalogue.editMetric', { name: kept.metric.ko })}
      error={send.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {filed ? <Notice tone="info">{t('catalogue.filed')}</Notice> : null}
      {field('ko', t('field.nameKo'))}
      {field('en', t('field.nameEn'))}
      <div className="metric-pair">
        {field('measure', t('catalogue.measure'), { fixed: filed })}
        {field('measureEn', t('catalogue.measureEn'))}
      </div>
      <div className="metric-pair">
        <SelectField
          label={t('catalogue.decimals')}
          disabled={filed}
          value={String(plan.decimals)}
          onChange={(event) => setPlan({ ...plan, decimals: Number(event.target.value) })}
        >
          <option value="0">{t('catalogue.whole')}</option>
          <option value="1">{t('catalogue.oneDecimal')}</option>
        </SelectField>
        <SelectField
          label={t('catalogue.combines')}
          disabled={filed}
          value={plan.combines}
          onChange={(event) => setPlan({ ...plan, combines: event.target.value as MetricCombining })}
        >
          {COMBINING.map((one) => (
            <option key={one} value={one}>
              {t(`catalogue.combining.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <CheckField
        label={t('catalogue.mayFall')}
        // Numbers that were filed while it could fall would be wrong.
        disabled={filed && (before?.mayFall ?? false)}
        checked={plan.mayFall}
        onChange={(event) => setPlan({ ...plan, mayFall: event.target.checked })}
      />
      <CheckField
        label={t('catalogue.estimable')}
        checked={plan.estimable}
        onChange={(event) => setPlan({ ...plan, estimable: event.target.checked })}
      />
      <div className="metric-pair">
        <Who
          label={t('catalogue.disclosure')}
          value={plan.disclosure}
          choices={DISCLOSURES}
          onChange={(disclosure) => setPlan(disclosed(plan, disclosure))}
        />
        <Who
          label={t('catalogue.unitDisclosure')}
          value={plan.unitDisclosure}
          choices={unitDisclosures(plan.disclosure)}
          onChange={(unitDisclosure) => setPlan({ ...plan, unitDisclosure })}
        />
      </div>
      {field('citation', t('catalogue.citation'), { hint: t('catalogue.citationHint') })}
    </FormDialog>
  );
}

interface WhoProps {
  label: string;
  value: MetricDisclosure;
  choices: readonly MetricDisclosure[];
  onChange: (value: MetricDisclosure) => void;
}

function Who({ label, value, choices, onChange }: WhoProps): ReactNode {
  const { t } = useTranslation();
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value as MetricDisclosure)}>
      {choices.map((one) => (
        <option key={one} value={one}>
          {t(`catalogue.disclosures.${one}`)}
        </option>
      ))}
    </SelectField>
  );
}
