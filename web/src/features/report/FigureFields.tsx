import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureAnswer, Metric, ReportTemplate } from '@/api';
import type { ReportModel, ReportState } from '@/live/ReportModel.ts';
import { Button } from '@/ui/Button.tsx';
import { CheckField, TextField } from '@/ui/Field.tsx';
import { difference, faultOf } from './fields.ts';

interface Props {
  model: ReportModel;
  state: ReportState;
  templates: ReportTemplate[];
}

/** Yesterday's figures in grey, today's beside, the difference worked out. */
export function FigureFields({ model, state, templates }: Props): ReactNode {
  const { t } = useTranslation();
  const { figures } = state.draft;
  if (figures.length === 0) return null;
  const metrics = new Map(
    templates.flatMap(({ metrics, former }) => [...metrics, ...former]).map((metric) => [metric.key, metric]),
  );
  const asBefore = (): void => {
    for (const { metric } of figures) {
      for (const part of ['thisPeriod', 'toDate']) {
        const field = `figure/${metric}/${part}`;
        if (model.value(field) !== '') model.type(field, '');
      }
    }
  };
  return (
    <section className="block" aria-labelledby="report-figures">
      <div className="block-head">
        <h2 id="report-figures">{t('reports.figures')}</h2>
        <Button kind="tertiary" size="small" onClick={asBefore}>
          {t('reports.asBefore')}
        </Button>
      </div>
      <p className="quiet">{t('reports.figuresHint')}</p>
      <ul className="figures">
        {figures.map((figure) => {
          const metric = metrics.get(figure.metric);
          return metric ? (
            <FigureRow key={figure.metric} model={model} state={state} figure={figure} metric={metric} />
          ) : null;
        })}
      </ul>
    </section>
  );
}

function FigureRow({
  model,
  state,
  figure,
  metric,
}: Omit<Props, 'templates'> & { figure: FigureAnswer; metric: Metric }): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const measure = english ? metric.measureEn : metric.measure;
  const name = english ? metric.en : metric.ko;
  const estimated = `figure/${metric.key}/estimated`;
  const moved = difference(figure);
  const field = (part: 'thisPeriod' | 'toDate'): ReactNode => {
    const key = `figure/${metric.key}/${part}`;
    return (
      <TextField
        label={t(`reports.${part}`)}
        aria-label={`${name} ${t(`reports.${part}`)}`}
        inputMode={metric.mayFall && part === 'thisPeriod' ? 'text' : 'decimal'}
        autoComplete="off"
        maxLength={20}
        placeholder={String(figure[part] ?? '')}
        value={model.value(key)}
        onChange={(event) => model.type(key, event.target.value)}
        error={faultOf(state.draft, key, i18n.language)}
      />
    );
  };
  return (
    <li className="figure">
      <div className="figure-name">
        <strong>
          {name} <span className="quiet">({measure})</span>
        </strong>
        <span className="quiet">
          {figure.before === null ? t('reports.noBefore') : t('reports.before', { value: figure.before, measure })}
        </span>
        <span aria-live="polite">
          {figure.carried ? t('reports.carried') : moved ? t('reports.difference', { value: moved, measure }) : ''}
        </span>
      </div>
      {field('thisPeriod')}
      {field('toDate')}
      {metric.estimable ? (
        <CheckField
          label={t('reports.estimated')}
          aria-label={`${name} ${t('reports.estimated')}`}
          checked={model.value(estimated) === 'true'}
          onChange={(event) => model.type(estimated, String(event.target.checked))}
        />
      ) : null}
    </li>
  );
}
