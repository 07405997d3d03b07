import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportTemplate } from '@/api';
import type { ReportModel } from '@/live/ReportModel.ts';
import { CheckField } from '@/ui/Field.tsx';

/** Which hazards are reported on; at least one stays chosen. */
export function TemplateChoice({ model, templates }: { model: ReportModel; templates: ReportTemplate[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const chosen = model.value('templates').split(',');
  // A retired one stays where it was chosen, and can be taken out.
  const offered = templates.filter((one) => !one.retired || chosen.includes(one.key));
  const toggle = (key: string): void => {
    const next = templates
      .map((one) => one.key)
      .filter((one) => (one === key ? !chosen.includes(one) : chosen.includes(one)));
    if (next.length > 0) model.type('templates', next.join(','));
  };
  return (
    <fieldset className="checks report-templates">
      <legend className="sr-only">{t('reports.templates')}</legend>
      <p aria-hidden="true">{t('reports.templates')}</p>
      {offered.map((one) => (
        <CheckField
          key={one.key}
          label={i18n.language === 'en' ? one.en : one.ko}
          checked={chosen.includes(one.key)}
          onChange={() => toggle(one.key)}
        />
      ))}
    </fieldset>
  );
}
