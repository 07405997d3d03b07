import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import './paper.css';

const FORMATS = ['pdf', 'hwpx', 'odt', 'html'] as const;
export type PaperFormat = (typeof FORMATS)[number];

interface Props {
  /** What it is, on the button. */
  label: string;
  /** Where it is in a format. */
  address: (format: PaperFormat) => string;
}

/** A paper as a file: one press for PDF, the other formats beside it. */
export function PaperDownload({ label, address }: Props): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [format, setFormat] = useState<PaperFormat>('pdf');
  const fetching = useMutation({ mutationFn: () => download(address(format)) });
  return (
    <div className="paper-download">
      <label htmlFor={id} className="sr-only">
        {t('paper.formatOf', { label })}
      </label>
      <select
        id={id}
        className="krds-form-select small"
        value={format}
        onChange={(event) => setFormat(FORMATS.find((one) => one === event.target.value) ?? 'pdf')}
      >
        {FORMATS.map((one) => (
          <option key={one} value={one}>
            {t(`paper.format.${one}`)}
          </option>
        ))}
      </select>
      <Button kind="secondary" size="small" icon="down" busy={fetching.isPending} onClick={() => fetching.mutate()}>
        {label}
      </Button>
      <ProblemNotice error={fetching.error} />
    </div>
  );
}
