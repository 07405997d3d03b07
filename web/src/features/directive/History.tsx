import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectiveMove, NeedState, StepAnswer } from '@/api';
import { dateTimeOf } from '@/i18n/format.ts';

type StepName = 'ISSUE' | DirectiveMove | 'RAISE' | Exclude<NeedState, 'OPEN'>;

/** What became of a directive or a need, oldest first. */
export function History({ steps }: { steps: StepAnswer[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <details className="history">
      <summary>{t('directive.history', { count: steps.length })}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step.at + step.move + step.to}>
            <span className="quiet">{dateTimeOf(step.at)}</span>{' '}
            <strong>{t(`directive.steps.${step.move as StepName}`)}</strong> {step.unitName} · {step.byPost}{' '}
            {step.byName}
            {step.reason === '' ? null : <p>{t('directive.because', { reason: step.reason })}</p>}
            {step.note === '' ? null : <p>{step.note}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
