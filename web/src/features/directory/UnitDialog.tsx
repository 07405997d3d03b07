import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createUnit, type UnitKind } from '@/api';
import { koreanDay } from '@/i18n/format.ts';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { refreshPosts } from './queries.ts';

const KINDS: UnitKind[] = ['TOWN', 'DEPARTMENT', 'CENTRE', 'HQ', 'AGENCY'];

export function UnitDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState({ name: '', nameEn: '', kind: 'TOWN' as UnitKind, from: koreanDay(Date.now()) });
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => createUnit({ ...form, name: form.name.trim(), nameEn: form.nameEn.trim() }),
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
    <FormDialog title={t('units.new')} error={send.error} busy={send.isPending} onSubmit={submit} onClose={onClose}>
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
      <div className="field-row">
        <SelectField
          label={t('units.kind')}
          value={form.kind}
          onChange={(event) => setForm({ ...form, kind: event.target.value as UnitKind })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`units.kinds.${kind}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('field.from')}
          type="date"
          value={form.from}
          onChange={(event) => setForm({ ...form, from: event.target.value })}
          error={tried && form.from === '' ? t('field.needed') : undefined}
        />
      </div>
    </FormDialog>
  );
}
