import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '@/api';
import { Page } from '@/app/Page.tsx';
import { meQuery } from '@/app/queries.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { safeNext } from './next.ts';

export function SignInPage(): ReactNode {
  const { t } = useTranslation();
  const { next } = useSearch({ from: '/sign-in' });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const me = useQuery(meQuery);
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useMutation({
    mutationFn: () => signIn({ loginName: loginName.trim(), password }),
    onSuccess: (signedIn) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, signedIn);
      return navigate({ href: safeNext(next), replace: true });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const incomplete = loginName.trim() === '' || password === '';
    setMissing(incomplete);
    if (!incomplete) send.mutate();
  };
  if (me.data?.setupNeeded) return <Navigate to="/setup" replace />;
  if (me.data?.kind === 'person' && !send.isSuccess) return <Navigate to={safeNext(next)} replace />;
  return (
    <Page title={t('signIn.title')}>
      <form className="card form-card" onSubmit={submit} noValidate>
        <p>{t('signIn.text')}</p>
        <ProblemNotice error={send.error} />
        <TextField
          label={t('field.loginName')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={loginName}
          onChange={(event) => setLoginName(event.target.value)}
          error={missing && loginName.trim() === '' ? t('signIn.noName') : undefined}
        />
        <TextField
          label={t('field.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={missing && password === '' ? t('signIn.noPassword') : undefined}
        />
        <Button type="submit" size="large" busy={send.isPending}>
          {t('signIn.button')}
        </Button>
      </form>
    </Page>
  );
}
