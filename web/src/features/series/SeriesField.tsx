import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Series } from '@/api';
import { titled } from '@/i18n/format.ts';
import { SelectField } from '@/ui/Field.tsx';

/** What a choice among series needs of each. */
export type Named = Pick<Series, 'id' | 'name' | 'nameEn'>;

interface Props {
  series: Named[];
  value: string;
  onChange: (series: string) => void;
}

/** Which series, by its name of today. */
export function SeriesField({ series, value, onChange }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <SelectField label={t('field.series')} value={value} required onChange={(event) => onChange(event.target.value)}>
      {series.map((one) => (
        <option key={one.id} value={one.id}>
          {titled({ title: one.name, titleEn: one.nameEn }, i18n.language)}
        </option>
      ))}
    </SelectField>
  );
}
