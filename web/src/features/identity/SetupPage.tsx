import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setUp } from '@/api';
import { Page } from '@/app/Page.tsx';
import { meQuery } from '@/app/queries.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { passwordFault, SHORTEST_PASSWORD } from './password.ts';

/** The first administrator, made once with the token the server printed when it first started. */
export function SetupPage(): ReactNode {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  const { token } = useSearch({ from: '/setup' });
  return (
    <Page title={t('setup.title')}>
      <Load query={me}>
        {(data) =>
          data.setupNeeded ? (
            <SetupForm token={token ?? ''} />
          ) : (
            <Notice tone="good">
              {t('setup.done')} <Link to="/desk">{t('setup.toDesk')}</Link>
            </Notice>
          )
        }
      </Load>
    </Page>
  );
}

function SetupForm({ token: given }: { token: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [form, setForm] = useState({ token: given, loginName: '', name: '', password: '' });
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => setUp({ ...form, loginName: form.loginName.trim(), name: form.name.trim() }),
    onSuccess: (me) => {
      queries.setQueryData(meQuery.queryKey, me);
      return navigate({ to: '/desk', replace: true });
    },
  });
  const change =
    (key: keyof typeof form) =>
    (event: { target: { value: string } }): void =>
      setForm({ ...form, [key]: event.target.value });
  const fault = passwordFault(form.password, form.loginName);
  const needed = (key: 'token' | 'loginName' | 'name'): string | undefined =>
    tried && form[key].trim() === '' ? t('field.needed') : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (form.token.trim() && form.loginName.trim() && form.name.trim() && fault === null) send.mutate();
  };
  return (
    <form className="card form-card" onSubmit={submit} noValidate>
      <p>{t('setup.text')}</p>
      <ProblemNotice error={send.error} />
      {given === '' ? (
        <TextField
          label={t('setup.token')}
          hint={t('setup.tokenHint')}
          value={form.token}
          onChange={change('token')}
          error={needed('token')}
        />
      ) : null}
      <TextField
        label={t('field.loginName')}
        autoComplete="username"
        autoCapitalize="none"
        value={form.loginName}
        onChange={change('loginName')}
        error={needed('loginName')}
      />
      <TextField
        label={t('field.name')}
        autoComplete="name"
        value={form.name}
        onChange={change('name')}
        error={needed('name')}
      />
      <TextField
        label={t('field.password')}
        type="password"
        autoComplete="new-password"
        hint={t('field.passwordHint', { n: SHORTEST_PASSWORD })}
        value={form.password}
        onChange={change('password')}
        error={tried && fault ? t(`field.passwordFault.${fault}`, { n: SHORTEST_PASSWORD }) : undefined}
      />
      <Button type="submit" size="large" busy={send.isPending}>
        {t('setup.button')}
      </Button>
    </form>
  );
}
