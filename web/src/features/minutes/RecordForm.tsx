import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MinutesModel, MinutesState } from '@/live/MinutesModel.ts';
import { WHOLE } from './parts.ts';
import { RecordField } from './RecordField.tsx';
import { RecordPart } from './RecordPart.tsx';

interface Props {
  model: MinutesModel;
  state: MinutesState;
}

/** The record as clerks write it: what the meeting says by itself is there already, and anybody's words stay. */
export function RecordForm({ model, state }: Props): ReactNode {
  const { t } = useTranslation();
  const { draft: minutes } = state;
  const field = (name: string, lines = false): ReactNode => (
    <RecordField
      model={model}
      minutes={minutes}
      field={name}
      label={t(`minutes.field.${name}` as 'minutes.field.name')}
      lines={lines}
    />
  );
  return (
    <div className="record">
      {minutes.grows ? <p className="quiet">{t('minutes.grows')}</p> : null}
      <section className="block" aria-labelledby="minutes-facts">
        <h2 id="minutes-facts">{t('minutes.meeting')}</h2>
        {field('name')}
        {field('body')}
        <div className="field-row">
          {field('started')}
          {field('ended')}
        </div>
        {field('place')}
        {field('attendees', true)}
        {field('observers', true)}
        {field('course', true)}
      </section>
      {minutes.items.map((item, at) => (
        <RecordPart key={item.key} model={model} state={state} item={item.key} mark={`${at + 1}.`} open={item.open} />
      ))}
      <RecordPart model={model} state={state} item={WHOLE} open />
    </div>
  );
}
