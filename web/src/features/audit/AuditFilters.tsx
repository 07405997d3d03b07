import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '@/features/directory/queries.ts';
import { SelectField } from '@/ui/Field.tsx';

/** What to look for; empty for everything. */
export interface Wanted {
  /** What the action begins with. */
  action: string;
  /** What kind of thing it was done to. */
  kind: string;
  /** Whose doing; a person's id. */
  actor: string;
}

export const EVERYTHING: Wanted = { action: '', kind: '', actor: '' };

const GROUPS = [
  'meeting',
  'agenda',
  'slide',
  'programme',
  'participant',
  'invitation',
  'report',
  'report-template',
  'report-metric',
  'city-figure',
  'directive',
  'need',
  'minutes',
  'series',
  'member',
  'holiday',
  'person',
  'contact',
  'device',
  'unit',
  'post',
  'holding',
] as const;

const KINDS = [
  'meeting',
  'report',
  'report-template',
  'report-metric',
  'directive',
  'need',
  'minutes',
  'series',
  'holiday',
  'person',
  'unit',
  'post',
  'holding',
  'invitation',
  'city',
  'request',
] as const;

interface Props {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

export function AuditFilters({ wanted, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const people = useQuery(peopleQuery);
  return (
    <div className="audit-filters">
      <SelectField
        label={t('audit.what')}
        value={wanted.action}
        onChange={(event) => onChange({ ...wanted, action: event.target.value })}
      >
        <option value="">{t('audit.all')}</option>
        <option value="refused">{t('audit.onlyRefused')}</option>
        {GROUPS.map((group) => (
          <option key={group} value={`${group}.`}>
            {t(`audit.kind.${group}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('audit.subject')}
        value={wanted.kind}
        onChange={(event) => onChange({ ...wanted, kind: event.target.value })}
      >
        <option value="">{t('audit.all')}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`audit.kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('audit.who')}
        value={wanted.actor}
        onChange={(event) => onChange({ ...wanted, actor: event.target.value })}
      >
        <option value="">{t('audit.all')}</option>
        {people.data?.map((person) => (
          <option key={person.id} value={person.id}>
            {[person.unit, person.post, person.name].filter(Boolean).join(' ')}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
