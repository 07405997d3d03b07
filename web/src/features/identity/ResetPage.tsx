import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getPasswordLink, type PasswordLinkCard, setPasswordByLink } from '@/api';
import { Page } from '@/app/Page.tsx';
import { meQuery } from '@/app/queries.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { passwordFault, SHORTEST_PASSWORD } from './password.ts';

/** A new password by the link that the operator of the machine made for an administrator who forgot it. */
export function ResetPage(): ReactNode {
  const { t } = useTranslation();
  const { token = '' } = useSearch({ from: '/reset' });
  const link = useQuery({
    queryKey: ['password-link', token],
    queryFn: () => getPasswordLink(token === '' ? '-' : token),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <Page title={t('reset.title')} nav={<span />}>
      <Load query={link}>{(holder) => <ResetForm token={token} holder={holder} />}</Load>
    </Page>
  );
}

function ResetForm({ token, holder }: { token: string; holder: PasswordLinkCard }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [form, setForm] = useState({ next: '', again: '' });
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => setPasswordByLink(token, { password: form.next }),
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      return navigate({ to: '/desk', replace: true });
    },
  });
  const fault = passwordFault(form.next, holder.loginName);
  const differs = form.again !== form.next;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fault === null && !differs) send.mutate();
  };
  return (
    <form className="card form-card" onSubmit={submit} noValidate>
      <p>{t('reset.text', { name: holder.name, loginName: holder.loginName })}</p>
      <ProblemNotice error={send.error} />
      <TextField
        label={t('account.next')}
        type="password"
        autoComplete="new-password"
        hint={t('field.passwordHint', { n: SHORTEST_PASSWORD })}
        value={form.next}
        onChange={(event) => setForm({ ...form, next: event.target.value })}
        error={tried && fault ? t(`field.passwordFault.${fault}`, { n: SHORTEST_PASSWORD }) : undefined}
      />
      <TextField
        label={t('account.again')}
        type="password"
        autoComplete="new-password"
        value={form.again}
        onChange={(event) => setForm({ ...form, again: event.target.value })}
        error={tried && differs ? t('account.differs') : undefined}
      />
      <Button type="submit" size="large" busy={send.isPending}>
        {t('reset.button')}
      </Button>
    </form>
  );
}
