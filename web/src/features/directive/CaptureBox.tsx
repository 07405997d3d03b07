import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type CapturePreview, captureDirective, previewDirective } from '@/api';
import { dateOf } from '@/i18n/format.ts';
import { newId } from '@/live/newId.ts';
import { Stopwatch } from '@/live/Stopwatch.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { refreshDirectives } from './queries.ts';
import { useSettled } from './useSettled.ts';

/** The one line, and below it how the server understands it. What cannot be saved stays in the box. */
export function CaptureBox({ meeting }: { meeting: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [line, setLine] = useState('');
  const watch = useRef(new Stopwatch());
  const [capture, setCapture] = useState(newId); // the same line sent twice is saved once
  const settled = useSettled(line.trim());
  const read = useQuery({
    queryKey: ['directive-preview', meeting, settled],
    queryFn: () => previewDirective({ meetingId: meeting, line: settled }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  });
  const change = (text: string): void => {
    watch.current.typed(text);
    setLine(text);
  };
  const save = useMutation({
    mutationFn: () =>
      captureDirective({
        captureId: capture,
        meetingId: meeting,
        line: line.trim(),
        correction: null,
        askedByUnitId: null,
        givenBy: '',
        saidAgoMs: watch.current.elapsed(),
      }),
    onSuccess: async () => {
      setCapture(newId());
      change('');
      await refreshDirectives(queries);
    },
    onError: async (error) => {
      if (asProblem(error).code !== 'directive-captured') return;
      // It had arrived although we never heard so, and was changed since: what is in the box is another line.
      setCapture(newId());
      await refreshDirectives(queries);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (line.trim() !== '' && !save.isPending) save.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label={t('capture.line')}
        hint={t('capture.hint')}
        value={line}
        maxLength={500}
        autoComplete="off"
        enterKeyHint="send"
        onChange={(event) => change(event.target.value)}
      />
      <div aria-live="polite">{line.trim() !== '' && read.data ? <Preview read={read.data} /> : null}</div>
      <ProblemNotice error={save.error ?? (line.trim() === '' ? null : read.error)} />
      <Button type="submit" className="wide capture-save" busy={save.isPending} disabled={line.trim() === ''}>
        {t('capture.save')}
      </Button>
      {save.isSuccess && line === '' ? (
        <p role="status" className="quiet">
          {t('capture.saved', { labels: save.data.map((one) => `${one.label} ${one.unitName}`).join(', ') })}
        </p>
      ) : null}
    </form>
  );
}

function Preview({ read }: { read: CapturePreview }): ReactNode {
  const { t, i18n } = useTranslation();
  const owner = (one: CapturePreview['owners'][number]): string =>
    one.formerName === null ? one.name : t('capture.formerly', { name: one.name, former: one.formerName });
  return (
    <>
      <dl className="directive-facts capture-preview">
        <div>
          <dt>{t('directive.owner')}</dt>
          <dd>{read.owners.length === 0 ? '–' : read.owners.map(owner).join(', ')}</dd>
        </div>
        <div>
          <dt>{t('capture.sentence')}</dt>
          <dd>{read.sentence === '' ? '–' : read.sentence}</dd>
        </div>
        <div>
          <dt>{t('directive.due')}</dt>
          <dd>{read.due === null ? t('directive.noDue') : dateOf(read.due)}</dd>
        </div>
      </dl>
      {read.doubts.map((doubt) => (
        <p key={doubt.kind + doubt.ko} className={doubt.blocks ? 'capture-fault' : 'quiet'}>
          {i18n.language === 'en' ? doubt.en : doubt.ko}
        </p>
      ))}
    </>
  );
}
