import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportModel, ReportState } from '@/live/ReportModel.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { faultOf, newId } from './fields.ts';

interface Props {
  model: ReportModel;
  state: ReportState;
  kind: 'need' | 'practice';
  label: string;
}

/** One line each. A line that was begun here stays while it is empty. */
export function LineFields({ model, state, kind, label }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const known = state.draft[kind === 'need' ? 'needs' : 'practices'].map((line) => line.field);
  const [begun, setBegun] = useState(() => (known.length === 0 ? [`${kind}/${newId()}`] : []));
  const typed = Object.keys(state.typed).filter((field) => field.startsWith(`${kind}/`));
  const fields = [...new Set([...known, ...typed, ...begun])];
  return (
    <section className="block report-lines" aria-labelledby={`report-${kind}`}>
      <div className="block-head">
        <h2 id={`report-${kind}`}>{label}</h2>
        <Button
          kind="tertiary"
          size="small"
          icon="plus"
          onClick={() => setBegun((lines) => [...lines, `${kind}/${newId()}`])}
        >
          {t('reports.addLine', { kind: label })}
        </Button>
      </div>
      {fields.map((field, at) => (
        <div className="report-line" key={field}>
          <TextField
            label={t('reports.line', { kind: label, n: at + 1 })}
            maxLength={200}
            value={model.value(field)}
            onChange={(event) => model.type(field, event.target.value)}
            error={faultOf(state.draft, field, i18n.language)}
          />
          <button
            type="button"
            className="icon-button"
            onClick={() => {
              setBegun((lines) => lines.filter((line) => line !== field));
              if (model.value(field) !== '') model.type(field, '');
            }}
          >
            <Icon name="close" />
            <span className="sr-only">{t('reports.removeLine', { kind: label, n: at + 1 })}</span>
          </button>
        </div>
      ))}
    </section>
  );
}
