import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ContactAnswer, putMyContact, type Way } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { CheckField, TextField } from '@/ui/Field.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { myContactQuery } from './queries.ts';

const WAYS: Way[] = ['EMAIL', 'SMS'];

/** Where I am told that something waits for me, and by which ways I want to be. */
export function ContactForm(): ReactNode {
  const { t } = useTranslation();
  const contact = useQuery(myContactQuery);
  return (
    <section className="block" aria-labelledby="contact">
      <h2 id="contact">{t('contact.title')}</h2>
      <Load query={contact}>{(kept) => <Form kept={kept} />}</Load>
    </section>
  );
}

function Form({ kept }: { kept: ContactAnswer }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState({ email: kept.email, mobile: kept.mobile, ways: kept.ways });
  const send = useMutation({
    mutationFn: () => putMyContact(form),
    onSuccess: (answer) => {
      queries.setQueryData(myContactQuery.queryKey, answer);
      setForm({ email: answer.email, mobile: answer.mobile, ways: answer.ways });
    },
  });
  const change = (changed: Partial<typeof form>): void => {
    send.reset();
    setForm({ ...form, ...changed });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const idle = form.ways.filter((way) => !kept.available.includes(way));
  return (
    <form className="card form-card" onSubmit={submit} noValidate>
      <p>{t('contact.text')}</p>
      {send.isSuccess ? <Notice tone="good">{t('contact.saved')}</Notice> : null}
      <ProblemNotice error={send.error} />
      <TextField
        label={t('contact.email')}
        type="email"
        autoComplete="email"
        hint={t('contact.emailHint')}
        value={form.email}
        onChange={(event) => change({ email: event.target.value })}
      />
      <TextField
        label={t('contact.mobile')}
        type="tel"
        autoComplete="tel"
        hint={t('contact.mobileHint')}
        value={form.mobile}
        onChange={(event) => change({ mobile: event.target.value })}
      />
      <fieldset className="checks" aria-labelledby="ways">
        <p id="ways">{t('contact.ways')}</p>
        {WAYS.map((way) => (
          <CheckField
            key={way}
            label={t(`notice.way.${way}`)}
            checked={form.ways.includes(way)}
            onChange={(event) =>
              change({
                ways: event.target.checked ? [...form.ways, way] : form.ways.filter((each) => each !== way),
              })
            }
          />
        ))}
      </fieldset>
      {idle.length > 0 ? (
        <Notice tone="warning">
          {t('contact.idle', { ways: idle.map((way) => t(`notice.way.${way}`)).join(', ') })}
        </Notice>
      ) : null}
      <Button type="submit" size="large" busy={send.isPending}>
        {t('contact.save')}
      </Button>
    </form>
  );
}
