import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeReportTemplate, createReportTemplate, type KeptTemplate, type ReportCatalogue } from '@/api';
import { named } from '@/i18n/format.ts';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { Icon, type IconName } from '@/ui/Icon.tsx';
import { moved, PLAIN } from './plans.ts';
import { catalogueQuery, refreshCatalogue } from './queries.ts';

interface Props {
  all: ReportCatalogue;
  /** Null for a new one. */
  template: KeptTemplate | null;
  onClose: () => void;
}

/** Name and questions of a template, in the order of the form. */
export function TemplateDialog({ all, template, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState({ ko: template?.ko ?? '', en: template?.en ?? '' });
  const [keys, setKeys] = useState<string[]>(template?.metrics ?? []);
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => {
      const plan = { ko: form.ko.trim(), en: form.en.trim(), metrics: keys };
      return template === null
        ? createReportTemplate(plan)
        : changeReportTemplate(template.key, { template: plan, version: template.version });
    },
    onSuccess: async (now) => {
      await refreshCatalogue(queries, now);
      onClose();
    },
    onError: () => queries.invalidateQueries({ queryKey: catalogueQuery.queryKey }),
  });
  const fault = (key: keyof typeof form): string | undefined =>
    form[key].trim() === '' ? t(key === 'en' ? 'field.nameEnNeeded' : 'field.needed') : undefined;
  const field = (key: keyof typeof form, label: string, hint?: string): ReactNode => (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={form[key]}
      onChange={(event) => setForm({ ...form, [key]: event.target.value })}
      error={tried ? fault(key) : undefined}
    />
  );
  const submit = (): void => {
    setTried(true);
    if (fault('ko') === undefined && fault('en') === undefined) send.mutate();
  };
  return (
    <FormDialog
      title={template === null ? t('catalogue.newTemplate') : t('catalogue.editTemplate', { name: template.ko })}
      error={send.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {field('ko', t('field.nameKo'), t('catalogue.templateHint'))}
      {field('en', t('field.nameEn'))}
      {template?.key === PLAIN ? null : <Questions all={all} keys={keys} onChange={setKeys} />}
    </FormDialog>
  );
}

interface QuestionsProps {
  all: ReportCatalogue;
  keys: string[];
  onChange: (keys: string[]) => void;
}

function Questions({ all, keys, onChange }: QuestionsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const title = (key: string): string => {
    const found = all.metrics.find((one) => one.metric.key === key)?.metric;
    return found === undefined ? key : named({ name: found.ko, nameEn: found.en }, i18n.language);
  };
  const others = all.metrics.filter((one) => !one.retired && !keys.includes(one.metric.key));
  const shown = keys.filter((key) => all.metrics.some((one) => one.metric.key === key && !one.retired));
  // What is retired keeps its place behind the others, for the day on which it is asked again.
  const put = (next: string[]): void => onChange([...next, ...keys.filter((key) => !shown.includes(key))]);
  return (
    <>
      <div className="questions">
        <p id="questions">{t('catalogue.order')}</p>
        {shown.length === 0 ? (
          <p className="quiet">{t('catalogue.noFigures')}</p>
        ) : (
          <ol aria-labelledby="questions">
            {shown.map((key, place) => (
              <li key={key}>
                <span>{title(key)}</span>
                <span className="question-buttons">
                  <Press
                    icon="up"
                    label={t('catalogue.up', { name: title(key) })}
                    disabled={place === 0}
                    onClick={() => put(moved(shown, key, -1))}
                  />
                  <Press
                    icon="down"
                    label={t('catalogue.down', { name: title(key) })}
                    disabled={place === shown.length - 1}
                    onClick={() => put(moved(shown, key, 1))}
                  />
                  <Press
                    icon="close"
                    label={t('catalogue.takeOut', { name: title(key) })}
                    onClick={() => put(shown.filter((one) => one !== key))}
                  />
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
      <SelectField
        label={t('catalogue.putIn')}
        value=""
        onChange={(event) => {
          if (event.target.value !== '') put([...shown, event.target.value]);
        }}
      >
        <option value="">{t('field.choose')}</option>
        {others.map(({ metric }) => (
          <option key={metric.key} value={metric.key}>
            {title(metric.key)} ({i18n.language === 'en' ? metric.measureEn : metric.measure})
          </option>
        ))}
      </SelectField>
    </>
  );
}

interface PressProps {
  icon: IconName;
  label: string;
  disabled?: boolean;
  onClick: () => void;
}

function Press({ icon, label, disabled = false, onClick }: PressProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
