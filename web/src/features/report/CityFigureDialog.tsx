import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putCityFigure, type RollUpLine, removeCityFigure } from '@/api';
import { counted } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';

interface Props {
  series: string;
  date: string;
  line: RollUpLine;
  onClose: () => void;
}

/** `3,000` as people write it; nothing for what is no number. */
function numberOf(text: string): number | undefined {
  const plain = text.trim().replaceAll(',', '').replace('−', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** What the city as a whole says of a metric, to stand beside the sum of its units. */
export function CityFigureDialog({ series, date, line, onClose }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const queries = useQueryClient();
  const [typed, setTyped] = useState({
    thisPeriod: String(line.city?.thisPeriod ?? ''),
    toDate: String(line.city?.toDate ?? ''),
  });
  const [tried, setTried] = useState(false);
  const done = (): void => {
    void queries.invalidateQueries({ queryKey: ['board', series, date] });
    onClose();
  };
  const thisPeriod = numberOf(typed.thisPeriod);
  const toDate = numberOf(typed.toDate);
  const save = useMutation({
    mutationFn: (figure: { thisPeriod: number; toDate: number }) => putCityFigure(series, date, line.metric, figure),
    onSuccess: done,
  });
  const remove = useMutation({ mutationFn: () => removeCityFigure(series, date, line.metric), onSuccess: done });
  const submit = (): void => {
    setTried(true);
    if (thisPeriod !== undefined && toDate !== undefined) save.mutate({ thisPeriod, toDate });
  };
  const field = (part: 'thisPeriod' | 'toDate', value: number | undefined): ReactNode => (
    <TextField
      label={t(`board.${part}`)}
      hint={t(line.combines === 'HIGHEST' ? 'board.cityFigure.highest' : 'board.cityFigure.sum', {
        sum: counted(line[part]),
        measure: english ? line.measureEn : line.measure,
      })}
      error={tried && value === undefined ? t('board.cityFigure.number') : undefined}
      inputMode="text"
      autoComplete="off"
      maxLength={20}
      value={typed[part]}
      onChange={(event) => setTyped({ ...typed, [part]: event.target.value })}
    />
  );
  return (
    <FormDialog
      title={t('board.cityFigure.title', { metric: english ? line.en : line.ko })}
      error={save.error ?? remove.error}
      busy={save.isPending || remove.isPending}
      onSubmit={submit}
      onClose={onClose}
      more={
        line.city === null ? null : (
          <Button kind="tertiary" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('board.cityFigure.remove')}
          </Button>
        )
      }
    >
      <p className="quiet">{t('board.cityFigure.text')}</p>
      {field('thisPeriod', thisPeriod)}
      {field('toDate', toDate)}
    </FormDialog>
  );
}
