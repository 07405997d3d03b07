import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerNeed, type NeedAnswer, type NeedState } from '@/api';
import { koreanDay } from '@/i18n/format.ts';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { refreshDirectives } from './queries.ts';
import { UnitField } from './UnitField.tsx';

interface Props {
  need: NeedAnswer;
  /** In which meeting it is answered. */
  meeting: string;
  onClose: () => void;
}

const ANSWERS = ['ACCEPTED', 'UNDER_STUDY', 'REFUSED'] as const satisfies NeedState[];

/** Accepted, under study or refused: by which unit, until when, in which words. */
export function NeedAnswerDialog({ need, meeting, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [answer, setAnswer] = useState<NeedState>('ACCEPTED');
  const [unit, setUnit] = useState(need.answer?.unitId ?? '');
  const [date, setDate] = useState(koreanDay(Date.now(), 1));
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const refuses = answer === 'REFUSED';
  const send = useMutation({
    mutationFn: () =>
      answerNeed(need.id, {
        meetingId: meeting,
        answer,
        unitId: unit,
        date: refuses ? null : date,
        words,
        version: need.version,
      }),
    onSuccess: async () => {
      await refreshDirectives(queries);
      onClose();
    },
  });
  const submit = (): void => {
    setTried(true);
    if (unit !== '' && (refuses ? words.trim() !== '' : date !== '')) send.mutate();
  };
  const needed = (empty: boolean): string | undefined => (tried && empty ? t('field.needed') : undefined);
  return (
    <FormDialog title={t('need.answer')} error={send.error} busy={send.isPending} onSubmit={submit} onClose={onClose}>
      <p>
        {need.unitName}: {need.sentence}
      </p>
      <SelectField
        label={t('need.kind')}
        value={answer}
        onChange={(event) => setAnswer(event.target.value as NeedState)}
      >
        {ANSWERS.map((each) => (
          <option key={each} value={each}>
            {t(`need.state.${each}`)}
          </option>
        ))}
      </SelectField>
      <UnitField label={t('directive.owner')} value={unit} onChange={setUnit} error={needed(unit === '')} />
      {refuses ? null : (
        <TextField
          label={t('directive.due')}
          type="date"
          value={date}
          onChange={(event) => setDate(event.target.value)}
          error={needed(date === '')}
        />
      )}
      <TextField
        label={t(refuses ? 'directive.reason' : 'need.words')}
        value={words}
        maxLength={500}
        onChange={(event) => setWords(event.target.value)}
        error={needed(refuses && words.trim() === '')}
      />
    </FormDialog>
  );
}
