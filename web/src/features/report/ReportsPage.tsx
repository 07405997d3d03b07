import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueReport } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { SelectField } from '@/ui/Field.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { dueQuery, openedQuery, templatesQuery } from './queries.ts';
import { ReportForm } from './ReportForm.tsx';
import './report.css';

/** What my unit files today. */
export function ReportsPage(): ReactNode {
  const { t } = useTranslation();
  return <Staff title={t('reports.title')}>{() => <MyReports />}</Staff>;
}

function MyReports(): ReactNode {
  const { t } = useTranslation();
  const due = useQuery(dueQuery);
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <Load query={due}>
      {(list) => {
        const open = list.findIndex((one) => one.state === 'MISSING' || one.state === 'DRAFT');
        const index = chosen ?? Math.max(0, open);
        const one = list[index];
        if (one === undefined) return <Empty icon="calendar" title={t('reports.none')} />;
        return (
          <div className="report-page">
            {list.length > 1 ? <Choice list={list} index={index} onChoose={setChosen} /> : null}
            <Opened key={`${one.seriesId} ${one.unitId} ${one.cutOff}`} due={one} />
          </div>
        );
      }}
    </Load>
  );
}

function Choice({
  list,
  index,
  onChoose,
}: {
  list: DueReport[];
  index: number;
  onChoose: (index: number) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (
    <SelectField
      label={t('reports.which')}
      value={String(index)}
      onChange={(event) => onChoose(Number(event.target.value))}
    >
      {list.map((one, at) => (
        <option key={`${one.seriesId} ${one.unitId} ${one.cutOff}`} value={String(at)}>
          {t('reports.choice', {
            unit: english ? one.unitEn || one.unit : one.unit,
            series: english ? one.seriesEn || one.series : one.series,
            cutOff: one.cutOff,
          })}
        </option>
      ))}
    </SelectField>
  );
}

function Opened({ due }: { due: DueReport }): ReactNode {
  const opened = useQuery(openedQuery(due));
  const templates = useQuery(templatesQuery);
  return (
    <Load query={opened}>
      {(report) => <Load query={templates}>{(all) => <ReportForm report={report} templates={all} />}</Load>}
    </Load>
  );
}
