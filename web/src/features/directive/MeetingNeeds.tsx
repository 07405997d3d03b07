import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NeedAnswer, raiseNeed } from '@/api';
import { newId } from '@/live/newId.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { NeedAnswerDialog } from './NeedAnswerDialog.tsx';
import { NeedCard } from './NeedCard.tsx';
import { needsQuery, refreshDirectives } from './queries.ts';
import { UnitField } from './UnitField.tsx';

/** What units ask for in a meeting, written down and answered in it. */
export function MeetingNeeds({ meeting }: { meeting: string }): ReactNode {
  const { t } = useTranslation();
  const needs = useQuery(needsQuery(meeting));
  const [answering, setAnswering] = useState<NeedAnswer | null>(null);
  return (
    <>
      <NewNeed meeting={meeting} />
      <Load query={needs}>
        {(list) =>
          list.map((need) => (
            <NeedCard key={need.id} need={need}>
              {need.mayAnswer ? (
                <Button kind="secondary" size="small" onClick={() => setAnswering(need)}>
                  {t('need.answer')}
                </Button>
              ) : null}
            </NeedCard>
          ))
        }
      </Load>
      {answering === null ? null : (
        <NeedAnswerDialog need={answering} meeting={meeting} onClose={() => setAnswering(null)} />
      )}
    </>
  );
}

function NewNeed({ meeting }: { meeting: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [id, setId] = useState(newId); // the same need sent twice is written down once
  const [unit, setUnit] = useState('');
  const [sentence, setSentence] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => raiseNeed({ id, meetingId: meeting, unitId: unit, sentence: sentence.trim() }),
    onSuccess: async () => {
      setId(newId());
      setSentence('');
      setTried(false);
      await refreshDirectives(queries);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (unit !== '' && sentence.trim() !== '') send.mutate();
  };
  const needed = (empty: boolean): string | undefined => (tried && empty ? t('field.needed') : undefined);
  return (
    <form className="new-need" onSubmit={submit} noValidate>
      <UnitField label={t('need.unit')} value={unit} onChange={setUnit} error={needed(unit === '')} />
      <TextField
        label={t('need.sentence')}
        value={sentence}
        maxLength={500}
        onChange={(event) => setSentence(event.target.value)}
        error={needed(sentence.trim() === '')}
      />
      <ProblemNotice error={send.error} />
      <Button type="submit" kind="secondary" className="wide" busy={send.isPending}>
        {t('need.save')}
      </Button>
    </form>
  );
}
