import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ContactAnswer, correctContact } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { contactQuery } from './queries.ts';
import './correction.css';

/** Where somebody is told, for an administrator who asks to see it, and corrects it. */
export function ContactOf({ person }: { person: string }): ReactNode {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  return (
    <details onToggle={() => setAsked(true)}>
      <summary>
        {t('contact.show')} <span className="quiet">{t('contact.showHint')}</span>
      </summary>
      {asked ? <Shown person={person} /> : null}
    </details>
  );
}

function Shown({ person }: { person: string }): ReactNode {
  const contact = useQuery(contactQuery(person));
  return <Load query={contact}>{(kept) => <Correction person={person} kept={kept} />}</Load>;
}

/** Inside the form of the person, so it is no form of its own and Enter is only for it. */
function Correction({ person, kept }: { person: string; kept: ContactAnswer }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState({ email: kept.email, mobile: kept.mobile });
  const send = useMutation({
    mutationFn: () => correctContact(person, form),
    onSuccess: (answer) => {
      queries.setQueryData(contactQuery(person).queryKey, answer);
      setForm({ email: answer.email, mobile: answer.mobile });
    },
  });
  const change = (changed: Partial<typeof form>): void => {
    send.reset();
    setForm({ ...form, ...changed });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!send.isPending) send.mutate();
  };
  return (
    <div className="correction">
      <TextField
        label={t('contact.email')}
        type="email"
        autoComplete="off"
        value={form.email}
        onChange={(event) => change({ email: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <TextField
        label={t('contact.mobile')}
        type="tel"
        autoComplete="off"
        value={form.mobile}
        onChange={(event) => change({ mobile: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <p className="quiet">
        {t('contact.ways')}: {kept.ways.map((way) => t(`notice.way.${way}`)).join(', ') || '–'}. {t('contact.theirs')}
      </p>
      {send.isSuccess ? <Notice tone="good">{t('contact.saved')}</Notice> : null}
      <ProblemNotice error={send.error} />
      <Button kind="secondary" busy={send.isPending} onClick={() => send.mutate()}>
        {t('contact.correct')}
      </Button>
    </div>
  );
}
