import type { EditedReport, FieldEdit, Report } from '@/api';
import { DraftModel, type DraftOptions, type DraftState } from './DraftModel.ts';

export type ReportState = DraftState<Report>;

/** The calls this model makes; the generated client by default, a fake in tests. */
export interface ReportCalls {
  getReport(series: string, report: string): Promise<Report>;
  editReport(series: string, report: string, body: { changeId: string; edits: FieldEdit[] }): Promise<EditedReport>;
}

/** One unit's report of one cut-off. */
export class ReportModel extends DraftModel<Report> {
  constructor(report: Report, calls: ReportCalls, options: DraftOptions) {
    const { seriesId, id } = report;
    super(
      report,
      {
        key: `onmaru.report.${id}`,
        events: { url: `/api/v1/series/${seriesId}/reports/${id}/events`, name: 'report' },
        read: () => calls.getReport(seriesId, id),
        write: async (change) => {
          const answer = await calls.editReport(seriesId, id, change);
          return { draft: answer.report, overwritten: answer.overwritten };
        },
        inField,
      },
      options,
    );
  }
}

/** What the server has in a field of the draft. */
export function inField(report: Report, field: string): string {
  const [kind, key, part] = field.split('/');
  switch (kind) {
    case 'situation':
      return report.situation;
    case 'need':
      return report.needs.find((line) => line.field === field)?.text ?? '';
    case 'practice':
      return report.practices.find((line) => line.field === field)?.text ?? '';
    case 'templates':
      return report.templates.join(',');
    case 'severity':
      return report.severity;
    case 'urgency':
      return report.urgency;
    case 'confidence':
      return report.confidence;
    default: {
      const figure = report.figures.find((one) => one.metric === key);
      if (figure === undefined) return '';
      if (part === 'estimated') return figure.estimated ? 'true' : 'false';
      return part === 'toDate' ? figure.typedToDate : figure.typedThisPeriod;
    }
  }
}
