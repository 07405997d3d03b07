import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type KeptMetric,
  type KeptTemplate,
  type ReportCatalogue,
  retireReportMetric,
  retireReportTemplate,
} from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { MetricDialog } from './MetricDialog.tsx';
import { MetricTable } from './MetricTable.tsx';
import { catalogueQuery, refreshCatalogue } from './queries.ts';
import { TemplateCard } from './TemplateCard.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import './catalogue.css';

type Opened =
  | { what: 'template'; template: KeptTemplate | null }
  | { what: 'metric'; metric: KeptMetric | null }
  | null;

/** What units are asked: the templates of each hazard, and the metrics they are made of. */
export function CataloguePage(): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Opened>(null);
  const query = useQuery(catalogueQuery);
  return (
    <Staff
      administrator
      title={t('catalogue.title')}
      actions={
        <Button icon="plus" onClick={() => setOpen({ what: 'template', template: null })}>
          {t('catalogue.newTemplate')}
        </Button>
      }
    >
      {() => (
        <>
          <p>{t('catalogue.text')}</p>
          <Load query={query}>
            {(all) => (
              <>
                <Catalogue all={all} onOpen={setOpen} />
                {open?.what === 'template' ? (
                  <TemplateDialog all={all} template={open.template} onClose={() => setOpen(null)} />
                ) : null}
                {open?.what === 'metric' ? <MetricDialog kept={open.metric} onClose={() => setOpen(null)} /> : null}
              </>
            )}
          </Load>
        </>
      )}
    </Staff>
  );
}

function Catalogue({ all, onOpen }: { all: ReportCatalogue; onOpen: (open: Opened) => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const retire = useMutation({
    mutationFn: (send: () => Promise<ReportCatalogue>) => send(),
    onSuccess: (now) => refreshCatalogue(queries, now),
    // Somebody else may have changed it: what is there now is shown beside the refusal.
    onError: () => queries.invalidateQueries({ queryKey: catalogueQuery.queryKey }),
  });
  const cards = (templates: KeptTemplate[]): ReactNode =>
    templates.map((template) => (
      <TemplateCard
        key={template.key}
        all={all}
        template={template}
        busy={retire.isPending}
        onEdit={() => onOpen({ what: 'template', template })}
        onRetire={({ key, retired, version }) =>
          retire.mutate(() => retireReportTemplate(key, { retired: !retired, version }))
        }
      />
    ));
  const retired = all.templates.filter((one) => one.retired);
  return (
    <>
      <ProblemNotice error={retire.error} />
      <div className="templates">{cards(all.templates.filter((one) => !one.retired))}</div>
      {retired.length > 0 ? (
        <section className="block" aria-labelledby="retired-templates">
          <h2 id="retired-templates">{t('catalogue.retiredTemplates')}</h2>
          <div className="templates">{cards(retired)}</div>
        </section>
      ) : null}
      <section className="block" aria-labelledby="metrics">
        <div className="block-head">
          <h2 id="metrics">{t('catalogue.metrics')}</h2>
          <Button kind="secondary" icon="plus" onClick={() => onOpen({ what: 'metric', metric: null })}>
            {t('catalogue.newMetric')}
          </Button>
        </div>
        <p className="quiet">{t('catalogue.metricsText')}</p>
        <MetricTable
          all={all}
          busy={retire.isPending}
          onEdit={(metric) => onOpen({ what: 'metric', metric })}
          onRetire={({ metric, retired: already, version }) =>
            retire.mutate(() => retireReportMetric(metric.key, { retired: !already, version }))
          }
        />
      </section>
    </>
  );
}
