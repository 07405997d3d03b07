import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { named } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { asking, type Question } from './question.ts';
import './archive.css';

const LONGEST = 200;

interface Choice {
  id: string;
  name: string;
  nameEn?: string;
}

interface Props {
  question: Question;
  series: Choice[];
  units?: Choice[];
  hazards?: Choice[];
  ask: (question: Question) => void;
}

/** The words, and what narrows them. Nothing is asked before it is sent. */
export function SearchForm({ question, series, units, hazards, ask }: Props): ReactNode {
  const { t } = useTranslation();
  const [now, setNow] = useState(question);
  const [asked, setAsked] = useState(question);
  // Another address, e.g. by the back button, says something else.
  if (asked !== question) {
    setAsked(question);
    setNow(question);
  }
  const change = (what: { [K in keyof Question]?: Question[K] | undefined }): void => setNow(asking(now, what));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(asking(now, { q: now.q?.trim() }));
  };
  return (
    <search>
      <form className="archive-form" onSubmit={submit}>
        <div className="archive-words">
          <TextField
            label={t('archive.words')}
            hint={t('archive.wordsHint')}
            type="search"
            maxLength={LONGEST}
            value={now.q ?? ''}
            // As it is typed, spaces too: only what is sent is tidied.
            onChange={(event) => setNow({ ...now, q: event.target.value })}
          />
          <Button type="submit" size="large">
            {t('archive.find')}
          </Button>
        </div>
        <div className="archive-filters">
          <ChoiceField
            label={t('field.series')}
            choices={series}
            value={now.series}
            choose={(id) => change({ series: id })}
          />
          {units ? (
            <ChoiceField
              label={t('field.unit')}
              choices={units}
              value={now.unit}
              choose={(id) => change({ unit: id })}
            />
          ) : null}
          {hazards ? (
            <ChoiceField
              label={t('archive.hazard')}
              choices={hazards}
              value={now.hazard}
              choose={(id) => change({ hazard: id })}
            />
          ) : null}
          <TextField
            label={t('field.from')}
            type="date"
            value={now.from ?? ''}
            onChange={(event) => change({ from: event.target.value })}
          />
          <TextField
            label={t('field.until')}
            type="date"
            value={now.to ?? ''}
            onChange={(event) => change({ to: event.target.value })}
          />
          <SelectField
            label={t('archive.order')}
            value={now.order ?? ''}
            onChange={(event) => change({ order: event.target.value === 'DATE' ? 'DATE' : undefined })}
          >
            <option value="">{t('archive.byRelevance')}</option>
            <option value="DATE">{t('archive.byDate')}</option>
          </SelectField>
        </div>
      </form>
    </search>
  );
}

interface ChoiceProps {
  label: string;
  choices: Choice[];
  value: string | undefined;
  choose: (id: string | undefined) => void;
}

function ChoiceField({ label, choices, value, choose }: ChoiceProps): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <SelectField label={label} value={value ?? ''} onChange={(event) => choose(event.target.value || undefined)}>
      <option value="">{t('archive.any')}</option>
      {choices.map((one) => (
        <option key={one.id} value={one.id}>
          {named({ name: one.name, nameEn: one.nameEn ?? '' }, i18n.language)}
        </option>
      ))}
    </SelectField>
  );
}
