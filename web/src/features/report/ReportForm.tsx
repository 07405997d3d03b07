import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editReport, getReport, type Report, type ReportTemplate } from '@/api';
import { dateOf } from '@/i18n/format.ts';
import { ReportModel, type ReportState } from '@/live/ReportModel.ts';
import { TextArea } from '@/ui/Field.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Saving } from '@/ui/Saving.tsx';
import { useNow } from '@/ui/useNow.ts';
import { useWatched } from '@/ui/useWatched.ts';
import { AnsweredNeeds } from './AnsweredNeeds.tsx';
import { AssessmentFields } from './AssessmentFields.tsx';
import { FigureFields } from './FigureFields.tsx';
import { Files } from './Files.tsx';
import { Filing } from './Filing.tsx';
import { faultOf, fieldName, newId } from './fields.ts';
import { LineFields } from './LineFields.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';

interface Props {
  report: Report;
  templates: ReportTemplate[];
}

/** One report, written as it is typed. */
export function ReportForm({ report: first, templates }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const [model] = useState(() => new ReportModel(first, { getReport, editReport }, { keep: localStorage, newId }));
  useEffect(() => {
    model.start();
    return () => model.stop();
  }, [model]);
  const state = useWatched(model.state);
  const { draft: report } = state;
  const before = report.previous?.situation;
  return (
    <>
      <Head state={state} />
      {report.mayFile ? null : <Notice>{t('reports.readOnly')}</Notice>}
      <fieldset className="report-form" disabled={!report.mayFile}>
        <legend className="sr-only">{t('reports.title')}</legend>
        <TemplateChoice model={model} templates={templates} />
        <FigureFields model={model} state={state} templates={templates} />
        <section className="block">
          {before ? <p className="quiet before">{t('reports.situationBefore', { text: before })}</p> : null}
          <TextArea
            label={t('reports.situation')}
            maxLength={4_000}
            value={model.value('situation')}
            onChange={(event) => model.type('situation', event.target.value)}
            error={faultOf(report, 'situation', i18n.language)}
          />
        </section>
        <AnsweredNeeds report={report} />
        <LineFields model={model} state={state} kind="need" label={t('reports.needs')} />
        <LineFields model={model} state={state} kind="practice" label={t('reports.practices')} />
        <Files report={report} />
        <AssessmentFields model={model} />
        {state.overwritten.map((one) => (
          <Notice key={one.field} tone="warning">
            {t('reports.overwritten', {
              by: one.by,
              value: one.value,
              field: fieldName(one.field, templates, i18n.language),
            })}
          </Notice>
        ))}
        <Filing model={model} state={state} />
      </fieldset>
    </>
  );
}

function Head({ state }: { state: ReportState }): ReactNode {
  const { t, i18n } = useTranslation();
  const { draft: report } = state;
  const [ahead] = useState(() => Date.parse(report.now) - Date.now());
  const now = useNow(ahead);
  const minutes = Math.ceil((Date.parse(report.cutOffAt) - now) / 60_000);
  const open = report.versions.length === 0;
  return (
    <div className="report-head">
      <p>
        <strong>{i18n.language === 'en' ? report.unitEn || report.unit : report.unit}</strong>{' '}
        <span className="quiet">{t('reports.due', { date: dateOf(report.date), cutOff: report.cutOff })}</span>
      </p>
      {open && minutes > 0 && minutes < 120 ? <p className="left">{t('reports.left', { minutes })}</p> : null}
      {open && minutes <= 0 ? <Notice tone="warning">{t('reports.over')}</Notice> : null}
      <Saving saving={state.saving} savedAt={state.savedAt} problem={state.problem} />
    </div>
  );
}
