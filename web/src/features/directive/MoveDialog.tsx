import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DirectiveAnswer, type DirectiveMove, moveDirective } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { directivesQuery, refreshDirectives } from './queries.ts';
import { UnitField } from './UnitField.tsx';

interface Props {
  directive: DirectiveAnswer;
  move: DirectiveMove;
  onClose: () => void;
}

/** A step with words: what was done, or why it goes back, elsewhere or away. */
export function MoveDialog({ directive, move, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [target, setTarget] = useState('');
  const [tried, setTried] = useState(false);
  const reasoned = move !== 'FINISH';
  const chooses = move === 'MERGE' || move === 'REASSIGN';
  const send = useMutation({
    mutationFn: () =>
      moveDirective(directive.id, {
        move,
        version: directive.version,
        reason: reasoned ? words : '',
        note: reasoned ? '' : words,
        intoId: move === 'MERGE' ? target : null,
        unitId: move === 'REASSIGN' ? target : null,
      }),
    onSuccess: async () => {
      await refreshDirectives(queries);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if ((!reasoned || words.trim() !== '') && (!chooses || target !== '')) send.mutate();
  };
  const targetError = tried && target === '' ? t('field.needed') : undefined;
  return (
    <Dialog title={t(`directive.move.${move}`)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>
          {directive.label} {directive.unitName}: {directive.sentence}
        </p>
        <ProblemNotice error={send.error} />
        {move === 'MERGE' ? (
          <Others directive={directive} value={target} onChange={setTarget} error={targetError} />
        ) : null}
        {move === 'REASSIGN' ? (
          <UnitField
            label={t('directive.owner')}
            without={directive.unitId}
            value={target}
            onChange={setTarget}
            error={targetError}
          />
        ) : null}
        <TextField
          label={t(reasoned ? 'directive.reason' : 'directive.note')}
          value={words}
          maxLength={300}
          onChange={(event) => setWords(event.target.value)}
          error={tried && reasoned && words.trim() === '' ? t('field.needed') : undefined}
        />
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {t('action.back')}
          </Button>
          <Button type="submit" danger={move === 'CANCEL'} busy={send.isPending}>
            {t(`directive.move.${move}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  directive: DirectiveAnswer;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

function Others({ directive, value, onChange, error }: ChoiceProps): ReactNode {
  const { t } = useTranslation();
  const wanted = directive.rehearsal ? { meeting: directive.meetingId } : { series: directive.seriesId };
  const list = useQuery(directivesQuery(wanted));
  const others = (list.data?.directives ?? []).filter((one) => one.id !== directive.id && one.closedAt === null);
  return (
    <SelectField
      label={t('directive.into')}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('directive.choose')}</option>
      {others.map((one) => (
        <option key={one.id} value={one.id}>
          {one.label} {one.unitName}: {one.sentence}
        </option>
      ))}
    </SelectField>
  );
}
