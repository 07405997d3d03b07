import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword, type Me } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { ContactForm } from '@/features/notice/ContactForm.tsx';
import { Devices } from '@/features/notice/Devices.tsx';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { passwordFault, SHORTEST_PASSWORD } from './password.ts';

/** Who somebody is signed in as, where they are told, and their own password. */
export function AccountPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <Staff title={t('account.title')}>
      {(me) => (
        <>
          <SignedInAs me={me} />
          <ContactForm />
          <Devices />
          <PasswordForm />
        </>
      )}
    </Staff>
  );
}

function SignedInAs({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  const place = [me.unit, me.post].filter(Boolean).join(' ');
  return (
    <p>
      <span className="sr-only">{t('account.signedInAs')} </span>
      <strong>{me.name}</strong> <span className="quiet">{place}</span>
    </p>
  );
}

const EMPTY = { current: '', next: '', again: '' };

function PasswordForm(): ReactNode {
  const { t } = useTranslation();
  const [form, setForm] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => changePassword({ current: form.current, password: form.next }),
    onSuccess: () => {
      setForm(EMPTY);
      setTried(false);
    },
  });
  const fault = passwordFault(form.next, '');
  const faults = {
    current: form.current === '' ? t('field.needed') : undefined,
    next: fault ? t(`field.passwordFault.${fault}`, { n: SHORTEST_PASSWORD }) : undefined,
    again: form.again === form.next ? undefined : t('account.differs'),
  };
  const change =
    (key: keyof typeof form) =>
    (event: { target: { value: string } }): void => {
      send.reset();
      setForm({ ...form, [key]: event.target.value });
    };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.values(faults).every((each) => each === undefined)) send.mutate();
  };
  return (
    <section className="block" aria-labelledby="password">
      <h2 id="password">{t('account.change')}</h2>
      <form className="card form-card" onSubmit={submit} noValidate>
        <p>{t('account.text')}</p>
        {send.isSuccess ? <Notice tone="good">{t('account.done')}</Notice> : null}
        <ProblemNotice error={send.error} />
        <TextField
          label={t('account.current')}
          type="password"
          autoComplete="current-password"
          value={form.current}
          onChange={change('current')}
          error={tried ? faults.current : undefined}
        />
        <TextField
          label={t('account.next')}
          type="password"
          autoComplete="new-password"
          hint={t('field.passwordHint', { n: SHORTEST_PASSWORD })}
          value={form.next}
          onChange={change('next')}
          error={tried ? faults.next : undefined}
        />
        <TextField
          label={t('account.again')}
          type="password"
          autoComplete="new-password"
          value={form.again}
          onChange={change('again')}
          error={tried ? faults.again : undefined}
        />
        <Button type="submit" size="large" busy={send.isPending}>
          {t('account.change')}
        </Button>
      </form>
    </section>
  );
}
