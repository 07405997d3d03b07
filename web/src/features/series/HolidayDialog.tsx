import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decreeHoliday } from '@/api';
import { koreanDay } from '@/i18n/format.ts';
import { TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { refreshHolidays } from './queries.ts';

/** A day that was made a holiday once. */
export function HolidayDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState({
    date: koreanDay(Date.now(), 1),
    name: '임시공휴일',
    nameEn: 'Temporary holiday',
    citation: '관공서의 공휴일에 관한 규정 §2 11호',
  });
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      decreeHoliday(form.date, {
        name: form.name.trim(),
        nameEn: form.nameEn.trim(),
        citation: form.citation.trim(),
      }),
    onSuccess: async () => {
      await refreshHolidays(queries);
      onClose();
    },
  });
  const fault = (key: keyof typeof form): string | undefined =>
    form[key].trim() === '' ? t(key === 'nameEn' ? 'field.nameEnNeeded' : 'field.needed') : undefined;
  const field = (key: keyof typeof form, label: string, type = 'text'): ReactNode => (
    <TextField
      label={label}
      type={type}
      value={form[key]}
      onChange={(event) => setForm({ ...form, [key]: event.target.value })}
      error={tried ? fault(key) : undefined}
    />
  );
  const submit = (): void => {
    setTried(true);
    if ((['date', 'name', 'nameEn', 'citation'] as const).every((key) => fault(key) === undefined)) send.mutate();
  };
  return (
    <FormDialog title={t('holidays.new')} error={send.error} busy={send.isPending} onSubmit={submit} onClose={onClose}>
      <p>{t('holidays.newText')}</p>
      {field('date', t('field.date'), 'date')}
      {field('name', t('field.nameKo'))}
      {field('nameEn', t('field.nameEn'))}
      {field('citation', t('holidays.citation'))}
    </FormDialog>
  );
}
