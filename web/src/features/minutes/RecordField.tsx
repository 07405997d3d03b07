import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Minutes } from '@/api';
import type { MinutesModel } from '@/live/MinutesModel.ts';
import { TextArea, TextField } from '@/ui/Field.tsx';
import { writerOf } from './parts.ts';

interface Props {
  model: MinutesModel;
  minutes: Minutes;
  field: string;
  label: string;
  /** Many lines, or one. */
  lines?: boolean;
}

/** One field of the record, saved as it is typed; says who wrote it last. */
export function RecordField({ model, minutes, field, label, lines = false }: Props): ReactNode {
  const { t } = useTranslation();
  const by = writerOf(minutes, field);
  const value = model.value(field);
  const props = { label, value, ...(by === undefined ? {} : { hint: t('minutes.writtenBy', { by }) }) };
  if (!lines) {
    return <TextField {...props} maxLength={200} onChange={(event) => model.type(field, event.target.value)} />;
  }
  const rows = Math.min(12, Math.max(2, value.split('\n').length + 1));
  return (
    <TextArea {...props} rows={rows} maxLength={4_000} onChange={(event) => model.type(field, event.target.value)} />
  );
}
