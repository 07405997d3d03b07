import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { putAttachment, type Report, removeAttachment } from '@/api';
import { megabytes } from '@/i18n/format.ts';
import { Icon } from '@/ui/Icon.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { newId } from './fields.ts';

/** Files beside the report; the server says what a file really is. */
export function Files({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const { seriesId, id: reportId } = report;
  const put = useMutation({
    mutationFn: (file: File) => putAttachment(seriesId, reportId, newId(), file, { name: file.name }),
  });
  const remove = useMutation({ mutationFn: (file: string) => removeAttachment(seriesId, reportId, file) });
  return (
    <section className="block" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('reports.files')}</h2>
      <ul className="files">
        {report.attachments.map((file) => (
          <li key={file.id}>
            <a href={`/api/v1/series/${seriesId}/reports/${reportId}/attachments/${file.id}`}>{file.name}</a>
            <span className="quiet">{megabytes(file.bytes)}</span>
            {report.mayFile ? (
              <button type="button" className="icon-button" onClick={() => remove.mutate(file.id)}>
                <Icon name="close" />
                <span className="sr-only">{t('reports.removeFile', { name: file.name })}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="file-choice">
        <input
          id={id}
          className="sr-only"
          type="file"
          accept=".pdf,.png,.jpg,.jpeg,.webp,.hwpx"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) put.mutate(file);
            event.target.value = '';
          }}
        />
        <label htmlFor={id} className="krds-btn tertiary small" aria-busy={put.isPending || undefined}>
          {put.isPending ? <span className="turning" aria-hidden="true" /> : <Icon name="plus" />}
          {t('reports.addFile')}
        </label>
        <p className="quiet" id={`${id}-hint`}>
          {t('reports.filesHint')}
        </p>
      </div>
      <ProblemNotice error={put.error ?? remove.error} />
    </section>
  );
}
