import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createPost, type Unit } from '@/api';
import { koreanDay, named } from '@/i18n/format.ts';
import { CheckField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { refreshPosts } from './queries.ts';

export function NewPostDialog({ unit, onClose }: { unit: Unit; onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState({ name: '', nameEn: '', head: false, from: koreanDay(Date.now()) });
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => createPost(unit.id, { ...form, name: form.name.trim(), nameEn: form.nameEn.trim() }),
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
      title={t('posts.newOf', { unit: named(unit, i18n.language) })}
      error={send.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
      submit={t('action.add')}
    >
      <TextField
        label={t('field.post')}
        hint={t('posts.nameHint')}
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
      <CheckField
        label={t('posts.headField')}
        checked={form.head}
        onChange={(event) => setForm({ ...form, head: event.target.checked })}
      />
    </FormDialog>
  );
}
