import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptTemplate, ReportCatalogue } from '@/api';
import { named } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { askedBy, PLAIN } from './plans.ts';

interface Props {
  all: ReportCatalogue;
  template: KeptTemplate;
  busy: boolean;
  onEdit: () => void;
  onRetire: (template: KeptTemplate) => void;
}

/** One template: what it asks, in the order of the form. */
export function TemplateCard({ all, template, busy, onEdit, onRetire }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const name = named({ name: template.ko, nameEn: template.en }, i18n.language);
  const asked = askedBy(template, all);
  const Heading = template.retired ? 'h3' : 'h2'; // what is retired stands under a heading of its own
  return (
    <article className="card template" aria-labelledby={`template-${template.key}`}>
      <div className="template-head">
        <Heading id={`template-${template.key}`}>{name}</Heading>
        {template.retired ? <Badge>{t('catalogue.retired')}</Badge> : null}
      </div>
      {asked.length === 0 ? (
        <p className="quiet">{t('catalogue.noFigures')}</p>
      ) : (
        <ol className="template-metrics" aria-label={t('catalogue.order')}>
          {asked.map(({ metric }) => (
            <li key={metric.key}>
              {named({ name: metric.ko, nameEn: metric.en }, i18n.language)}{' '}
              <span className="quiet">({i18n.language === 'en' ? metric.measureEn : metric.measure})</span>
            </li>
          ))}
        </ol>
      )}
      <div className="row-buttons">
        {template.retired ? null : (
          <Button kind="tertiary" size="small" onClick={onEdit}>
            {t('catalogue.edit')} <span className="sr-only">{name}</span>
          </Button>
        )}
        {template.key === PLAIN ? null : (
          <Button kind="tertiary" size="small" busy={busy} onClick={() => onRetire(template)}>
            {t(template.retired ? 'catalogue.restore' : 'catalogue.retire')} <span className="sr-only">{name}</span>
          </Button>
        )}
      </div>
    </article>
  );
}
