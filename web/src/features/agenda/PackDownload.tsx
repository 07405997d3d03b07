import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getDownloadAgendaPackUrl } from '@/api';
import { PaperDownload } from '@/features/paper/PaperDownload.tsx';

/** The agenda with its annexes as a file. */
export function PackDownload({ meeting }: { meeting: string }): ReactNode {
  const { t } = useTranslation();
  return <PaperDownload label={t('agenda.pack')} address={(format) => getDownloadAgendaPackUrl(meeting, format)} />;
}
