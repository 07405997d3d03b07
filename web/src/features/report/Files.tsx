import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { putAttachment, type Report, removeAttachment } from '@/api';
import { newId } from '@/live/newId.ts';
import { FileList } from '@/ui/FileList.tsx';

/** Files beside the report. */
export function Files({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const { seriesId, id: reportId } = report;
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{t('reports.files')}</h2>
      <FileList
        files={report.attachments}
        href={(file) => `/api/v1/series/${seriesId}/reports/${reportId}/attachments/${file}`}
        change={
          report.mayFile
            ? {
                put: (file) => putAttachment(seriesId, reportId, newId(), file, { name: file.name }),
                remove: (file) => removeAttachment(seriesId, reportId, file),
              }
            : null
        }
      />
    </section>
  );
}
