import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renamePost, renameUnit } from '@/api';
import { koreanDay } from '@/i18n/format.ts';
import { TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { refreshPosts } from './queries.ts';

interface Props {
  what: 'unit' | 'post';
  /** As it is called now. */
  of: { id: string; name: string; nameEn: string };
  onClose: () => void;
}

/** A unit or a post keeps its earlier names: a new one holds from a date. */
export function RenameDialog({ what, of, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState({ name: of.name, nameEn: of.nameEn, from: koreanDay(Date.now()) });
  const [tried, setTried] = useState(false);
  const send = useMutation<unknown>({
    mutationFn: () => {
      const named = { ...form, name: form.name.trim(), nameEn: form.nameEn.trim() };
      return what === 'unit' ? renameUnit(of.id, named) : renamePost(of.id, named);
    },
    onSuccess: async () => {
      await refreshPosts(queries);
      onClose();
    },
  });
  const submit = (): void => {
    setTried(true);
    if (form.name.trim() !== '' && form.nameEn.trim() !== '' && form.from !== '') send.mutate();
  };
  return (
    <FormDialog
      title={t('units.renameOf', { name: of.name })}
      error={send.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('units.renameText')}</p>
      <TextField
        label={t('field.nameKo')}
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.target.value })}
        error={tried && form.name.trim() === '' ? t('field.needed') : undefined}
      />
      <TextField
        label={t('field.nameEn')}
        value={form.nameEn}
        onChange={(event) => setForm({ ...form, nameEn: event.target.value })}
        error={tried && form.nameEn.trim() === '' ? t('field.nameEnNeeded') : undefined}
      />
      <TextField
        label={t('field.from')}
        type="date"
        value={form.from}
        onChange={(event) => setForm({ ...form, from: event.target.value })}
        error={tried && form.from === '' ? t('field.needed') : undefined}
      />
    </FormDialog>
  );
}
