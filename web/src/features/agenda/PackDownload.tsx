import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download, getDownloadAgendaPackUrl } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import './agenda.css';

const FORMATS = ['pdf', 'hwpx', 'odt', 'html'] as const;
type Format = (typeof FORMATS)[number];

/** The agenda with its annexes as a file: one press for PDF, the other formats beside it. */
export function PackDownload({ meeting }: { meeting: string }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [format, setFormat] = useState<Format>('pdf');
  const fetching = useMutation({
    mutationFn: () => download(getDownloadAgendaPackUrl(meeting, format)),
  });
  return (
    <div className="agenda-pack">
      <label htmlFor={id} className="sr-only">
        {t('agenda.packFormat')}
      </label>
      <select
        id={id}
        className="krds-form-select small"
        value={format}
        onChange={(event) => setFormat(FORMATS.find((one) => one === event.target.value) ?? 'pdf')}
      >
        {FORMATS.map((one) => (
          <option key={one} value={one}>
            {t(`agenda.packFormats.${one}`)}
          </option>
        ))}
      </select>
      <Button kind="secondary" size="small" icon="down" busy={fetching.isPending} onClick={() => fetching.mutate()}>
        {t('agenda.pack')}
      </Button>
      <ProblemNotice error={fetching.error} />
    </div>
  );
}
