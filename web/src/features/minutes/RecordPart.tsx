import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MinutesModel, MinutesState } from '@/live/MinutesModel.ts';
import { newId } from '@/live/newId.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { NONE, speeches, WHOLE } from './parts.ts';
import { RecordField } from './RecordField.tsx';

interface Props {
  model: MinutesModel;
  state: MinutesState;
  /** Key of the agenda item, or of the meeting as a whole. */
  item: string;
  /** Its number on the agenda. */
  mark?: string;
  open: boolean;
}

/** What was said, decided and voted about one item. */
export function RecordPart({ model, state, item, mark, open }: Props): ReactNode {
  const { t } = useTranslation();
  const { draft: minutes } = state;
  const [begun, setBegun] = useState<string[]>([]);
  const whole = item === WHOLE;
  const title = whole ? t('minutes.whole') : model.value(`title/${item}`);
  const paragraphs = [...new Set([...speeches(minutes, state.typed, item), ...begun])];
  const votes = `votes/${item}`;
  const decisions = `decisions/${item}`;
  const chooses = (field: string): ReactNode =>
    whole && model.value(field) === '' ? (
      <div className="record-add">
        <Button kind="tertiary" size="small" icon="check" onClick={() => model.type(field, NONE)}>
          {t(field === votes ? 'minutes.noVotes' : 'minutes.noDecisions')}
        </Button>
      </div>
    ) : null;
  return (
    <section className="block record-part" aria-labelledby={`minutes-${item}`}>
      <div className="block-head">
        <h2 id={`minutes-${item}`}>
          {mark === undefined ? null : <span className="outline-mark">{mark}</span>} {title}
        </h2>
        {open ? null : <Badge tone="warning">{t('minutes.internal')}</Badge>}
      </div>
      {whole ? null : (
        <div className="record-item">
          <RecordField model={model} minutes={minutes} field={`title/${item}`} label={t('minutes.field.title')} />
          <RecordField model={model} minutes={minutes} field={`times/${item}`} label={t('minutes.field.times')} />
        </div>
      )}
      {model.value(`turns/${item}`) === '' ? null : (
        <RecordField model={model} minutes={minutes} field={`turns/${item}`} label={t('minutes.field.turns')} lines />
      )}
      {paragraphs.map((field, at) => (
        <RecordField
          key={field}
          model={model}
          minutes={minutes}
          field={field}
          label={t('minutes.speech', { n: at + 1 })}
          lines
        />
      ))}
      <div className="record-add">
        <Button
          kind="tertiary"
          size="small"
          icon="plus"
          onClick={() => setBegun((fields) => [...fields, `speech/${item}/${newId()}`])}
        >
          {t('minutes.addSpeech')}
          <span className="sr-only"> {title}</span>
        </Button>
      </div>
      <RecordField model={model} minutes={minutes} field={decisions} label={t('minutes.field.decisions')} lines />
      {chooses(decisions)}
      <RecordField model={model} minutes={minutes} field={votes} label={t('minutes.field.votes')} lines />
      {chooses(votes)}
    </section>
  );
}
