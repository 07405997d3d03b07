import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportModel } from '@/live/ReportModel.ts';
import { SelectField } from '@/ui/Field.tsx';

const SEVERITY = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN'] as const;
const URGENCY = ['IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN'] as const;
const CONFIDENCE = ['HIGHLY_CONFIDENT', 'SOMEWHAT_CONFIDENT', 'UNSURE', 'NO_CONFIDENCE'] as const;

/** How bad, how soon, how sure; the order of the agenda follows it. */
export function AssessmentFields({ model }: { model: ReportModel }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="block" aria-labelledby="report-assessment">
      <h2 id="report-assessment">{t('reports.assessment')}</h2>
      <div className="field-row">
        <SelectField
          label={t('reports.severity.label')}
          value={model.value('severity')}
          onChange={(event) => model.type('severity', event.target.value)}
        >
          {SEVERITY.map((each) => (
            <option key={each} value={each}>
              {t(`reports.severity.${each}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('reports.urgency.label')}
          value={model.value('urgency')}
          onChange={(event) => model.type('urgency', event.target.value)}
        >
          {URGENCY.map((each) => (
            <option key={each} value={each}>
              {t(`reports.urgency.${each}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('reports.confidence.label')}
          value={model.value('confidence')}
          onChange={(event) => model.type('confidence', event.target.value)}
        >
          {CONFIDENCE.map((each) => (
            <option key={each} value={each}>
              {t(`reports.confidence.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
    </section>
  );
}
