import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Content,
  type FiledVersion,
  getReport,
  getReportVersion,
  type PreviousReport,
  type Report,
  type ReportTemplate,
} from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { counted, dateOf, named, timeOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { FileList } from '@/ui/FileList.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import { PurposeBadge } from './PurposeBadge.tsx';
import { templatesQuery } from './queries.ts';
import './report.css';

/** What a unit filed, beside what it filed before; the latest version unless another is asked for. */
export function FiledReportPage(): ReactNode {
  const { t } = useTranslation();
  const { series, report } = useParams({ from: '/board/$series/$report' });
  const query = useQuery({
    queryKey: ['filed-report', series, report],
    queryFn: () => getReport(series, report),
  });
  const templates = useQuery(templatesQuery);
  return (
    <Staff title={t('reports.filedTitle')}>
      {() => (
        <Load query={query}>
          {(data) => <Load query={templates}>{(all) => <Filed report={data} templates={all} />}</Load>}
        </Load>
      )}
    </Staff>
  );
}

function Filed({ report, templates }: { report: Report; templates: ReportTemplate[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const { version } = useSearch({ from: '/board/$series/$report' });
  const shown = report.versions.find((one) => one.number === version) ?? report.versions.at(-1);
  const unit = named({ name: report.unit, nameEn: report.unitEn }, i18n.language);
  return (
    <div className="report-page">
      <div className="report-head">
        <p>
          <strong>{unit}</strong>{' '}
          <span className="quiet">{t('reports.due', { date: dateOf(report.date), cutOff: report.cutOff })}</span>
        </p>
        <Link to="/board">{t('board.title')}</Link>
      </div>
      {shown === undefined ? (
        <Empty icon="calendar" title={t('reports.notFiled')} />
      ) : (
        <>
          <Versions report={report} shown={shown} />
          <Version key={shown.number} report={report} number={shown.number} templates={templates} />
        </>
      )}
    </div>
  );
}

function Versions({ report, shown }: { report: Report; shown: FiledVersion }): ReactNode {
  const { t } = useTranslation();
  const words = { time: timeOf(shown.filedAt), n: shown.number };
  const latest = report.versions.at(-1);
  return (
    <>
      <Notice tone={shown === latest ? 'good' : 'warning'}>
        {t(shown.nil ? 'reports.filedNil' : 'reports.filed', words)} {shown.by} <PurposeBadge purpose={shown.purpose} />{' '}
        {shown.late ? <Badge tone="warning">{t('reports.late')}</Badge> : null}
        {shown.reason ? <span className="version-reason">{t('reports.because', { reason: shown.reason })}</span> : null}
      </Notice>
      {report.versions.length > 1 ? (
        <nav className="row-buttons" aria-label={t('reports.versions')}>
          {report.versions.map((one) => (
            <Link
              key={one.number}
              to="/board/$series/$report"
              params={{ series: report.seriesId, report: report.id }}
              search={{ version: one.number }}
              aria-current={one === shown ? 'true' : undefined}
              replace
            >
              {t('reports.version', {
                n: one.number,
                time: timeOf(one.filedAt),
                purpose: t(`reports.purpose.${one.purpose}`),
              })}
            </Link>
          ))}
        </nav>
      ) : null}
    </>
  );
}

function Version({
  report,
  number,
  templates,
}: {
  report: Report;
  number: number;
  templates: ReportTemplate[];
}): ReactNode {
  const { t } = useTranslation();
  const version = useQuery({
    queryKey: ['report-version', report.id, number],
    queryFn: () => getReportVersion(report.seriesId, report.id, number),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { previous } = report;
  return (
    <Load query={version}>
      {({ content }) => (
        <>
          <FiguresBeside content={content} previous={previous} templates={templates} />
          <Beside
            title={t('reports.situation')}
            now={[content.situation]}
            before={previous === null ? undefined : [previous.situation]}
          />
          <Beside title={t('reports.needs')} now={content.needs} before={previous?.needs} />
          <Beside title={t('reports.practices')} now={content.practices} before={previous?.practices} />
          <section className="block">
            <h2>{t('reports.assessment')}</h2>
            <p>
              {t('reports.severity.label')} {t(`reports.severity.${content.severity}`)} · {t('reports.urgency.label')}{' '}
              {t(`reports.urgency.${content.urgency}`)} · {t('reports.confidence.label')}{' '}
              {t(`reports.confidence.${content.confidence}`)}
            </p>
          </section>
          {content.attachments.length > 0 ? (
            <section className="block">
              <h2>{t('reports.files')}</h2>
              <FileList
                files={content.attachments}
                href={(file) => `/api/v1/series/${report.seriesId}/reports/${report.id}/attachments/${file}`}
                change={null}
              />
            </section>
          ) : null}
        </>
      )}
    </Load>
  );
}

/** The metrics of this report or of the one before, in the order of the templates. */
function FiguresBeside({
  content,
  previous,
  templates,
}: {
  content: Content;
  previous: PreviousReport | null;
  templates: ReportTemplate[];
}): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const asked = templates.flatMap((template) => [...template.metrics, ...template.former]);
  const rows = [...new Map(asked.map((metric) => [metric.key, metric])).values()]
    .map((metric) => ({
      metric,
      now: content.figures.find((one) => one.metric === metric.key),
      before: previous?.figures.find((one) => one.metric === metric.key),
    }))
    .filter(({ now, before }) => now !== undefined || before !== undefined);
  if (rows.length === 0) return null;
  const count = (value: number | undefined): string => (value === undefined ? '–' : counted(value));
  return (
    <section className="block">
      <h2>{t('reports.figures')}</h2>
      <Table
        caption={t('reports.figures')}
        head={[t('board.metric'), t('reports.lastTime'), t('reports.thisPeriod'), t('reports.toDate')]}
      >
        {rows.map(({ metric, now, before }) => (
          <tr key={metric.key}>
            <th scope="row">
              {english ? metric.en : metric.ko}{' '}
              <span className="quiet">({english ? metric.measureEn : metric.measure})</span>{' '}
              {now?.estimated ? <Badge>{t('reports.estimated')}</Badge> : null}
            </th>
            <td data-head={t('reports.lastTime')}>{count(before?.toDate)}</td>
            <td data-head={t('reports.thisPeriod')}>{count(now?.thisPeriod)}</td>
            <td data-head={t('reports.toDate')}>
              <strong>{count(now?.toDate)}</strong>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** Words of now, and those of the report before in grey beside them. */
function Beside({ title, now, before }: { title: string; now: string[]; before: string[] | undefined }): ReactNode {
  const { t } = useTranslation();
  const said = (lines: string[]): string[] => lines.filter((line) => line.trim() !== '');
  if (said(now).length === 0 && said(before ?? []).length === 0) return null;
  return (
    <section className="block">
      <h2>{title}</h2>
      <div className="beside">
        <Lines lines={said(now)} />
        {before === undefined ? null : (
          <div className="quiet">
            <h3>{t('reports.lastTime')}</h3>
            <Lines lines={said(before)} />
          </div>
        )}
      </div>
    </section>
  );
}

function Lines({ lines }: { lines: string[] }): ReactNode {
  const { t } = useTranslation();
  if (lines.length === 0) return <p className="quiet">{t('reports.nothing')}</p>;
  if (lines.length === 1) return <p className="filed-words">{lines[0]}</p>;
  return (
    <ul className="filed-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
