import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { koreanDay, named } from '@/i18n/format.ts';
import { SelectField } from '@/ui/Field.tsx';
import { unitsQuery } from './queries.ts';

interface Props {
  label: string;
  value: string;
  /** One that is not offered. */
  without?: string;
  error: string | undefined;
  onChange: (unit: string) => void;
}

/** One of the units that exist today. */
export function UnitField({ label, value, without, error, onChange }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const units = useQuery(unitsQuery);
  const today = koreanDay(Date.now());
  const existing = (units.data ?? []).filter(
    (unit) => unit.id !== without && (unit.until === null || unit.until >= today),
  );
  return (
    <SelectField label={label} value={value} error={error} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('directive.choose')}</option>
      {existing.map((unit) => (
        <option key={unit.id} value={unit.id}>
          {named(unit, i18n.language)}
        </option>
      ))}
    </SelectField>
  );
}
