import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AgendaItemAnswer, putAgendaAttachment, removeAgendaAttachment } from '@/api';
import { titled } from '@/i18n/format.ts';
import { newId } from '@/live/newId.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { FileList } from '@/ui/FileList.tsx';

interface Props {
  meeting: string;
  item: AgendaItemAnswer;
  onClose: () => void;
}

/** Where a file beside an item is fetched from. */
export function fileOf(meeting: string, item: string, file: string): string {
  return `/api/v1/meetings/${meeting}/agenda/items/${item}/attachments/${file}`;
}

/** Attaches files to an item and takes them away again. */
export function ItemFilesDialog({ meeting, item, onClose }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const looked = <T,>(change: Promise<T>): Promise<T> =>
    change.finally(() => queries.invalidateQueries({ queryKey: ['agenda', meeting] }));
  return (
    <Dialog title={t('agenda.filesOf', { title: titled(item, i18n.language) })} onClose={onClose}>
      <p>{t('agenda.filesText')}</p>
      <FileList
        files={item.attachments}
        href={(file) => fileOf(meeting, item.key, file)}
        keep
        change={{
          put: (file) => looked(putAgendaAttachment(meeting, item.key, newId(), file, { name: file.name })),
          remove: (file) => looked(removeAgendaAttachment(meeting, item.key, file)),
        }}
      />
      <div className="dialog-buttons">
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </Dialog>
  );
}
