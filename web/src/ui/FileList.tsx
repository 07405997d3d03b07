import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { megabytes } from '@/i18n/format.ts';
import { Icon } from './Icon.tsx';
import { ProblemNotice } from './Notice.tsx';
import './FileList.css';

interface Named {
  id: string;
  name: string;
  bytes: number;
}

interface Props<F extends Named> {
  files: readonly F[];
  /** Where a file is fetched from. */
  href: (id: string) => string;
  /** Files are kept and never shown: whoever is in a meeting stays there. */
  keep?: boolean;
  /** What else may be done with a file. */
  beside?: (file: F) => ReactNode;
  /** How a file gets there and away again; null when it may not. */
  change: { put: (file: File) => Promise<unknown>; remove: (id: string) => Promise<unknown> } | null;
}

/** Attached files; the server says what a file really is. */
export function FileList<F extends Named>({ files, href, keep, beside, change }: Props<F>): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const put = useMutation({ mutationFn: (file: File) => change?.put(file) ?? Promise.resolve() });
  const remove = useMutation({ mutationFn: (file: string) => change?.remove(file) ?? Promise.resolve() });
  return (
    <>
      <ul className="files">
        {files.map((file) => (
          <li key={file.id}>
            <a href={href(file.id)} download={keep ? file.name : undefined}>
              {file.name}
            </a>
            <span className="quiet">{megabytes(file.bytes)}</span>
            {beside?.(file)}
            {change ? (
              <button type="button" className="icon-button" onClick={() => remove.mutate(file.id)}>
                <Icon name="close" />
                <span className="sr-only">{t('reports.removeFile', { name: file.name })}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {change ? (
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
      ) : null}
      <ProblemNotice error={put.error ?? remove.error} />
    </>
  );
}
