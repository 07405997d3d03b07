import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askCorrection, type Minutes } from '@/api';
import type { MinutesModel } from '@/live/MinutesModel.ts';
import { newId } from '@/live/newId.ts';
import { SelectField, TextArea } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { usePlace } from './usePlace.ts';

interface Props {
  model: MinutesModel;
  minutes: Minutes;
  onClose: () => void;
}

/** One thing that somebody wants corrected, and where. */
export function AskDialog({ model, minutes, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const place = usePlace(minutes);
  const [id] = useState(newId);
  const [about, setAbout] = useState('element/PEOPLE');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useMutation({
    mutationFn: () => askCorrection(minutes.meetingId, { id, about, words: words.replaceAll('\n', ' ') }),
    onSuccess: (answer) => {
      model.show(answer);
      onClose();
    },
  });
  const paragraphs = minutes.fields.filter((one) => one.field.startsWith('speech/') && one.value !== '');
  return (
    <FormDialog
      title={t('minutes.act.ask')}
      submit={t('minutes.act.ask')}
      error={ask.error}
      busy={ask.isPending}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (words.trim() !== '') ask.mutate();
      }}
    >
      <SelectField label={t('minutes.where')} value={about} onChange={(event) => setAbout(event.target.value)}>
        {minutes.elements.map((one) => (
          <option key={one.element} value={`element/${one.element}`}>
            {place(`element/${one.element}`)}
          </option>
        ))}
        {paragraphs.map((one) => (
          <option key={one.field} value={one.field}>
            {`${place(one.field)}: ${one.value.slice(0, 30)}`}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t('minutes.what')}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        error={tried && words.trim() === '' ? t('field.needed') : undefined}
      />
    </FormDialog>
  );
}
