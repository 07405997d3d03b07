import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Person, resetPassword } from '@/api';
import { passwordFault, SHORTEST_PASSWORD } from '@/features/identity/password.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';

export function PasswordDialog({ person, onClose }: { person: Person; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const fault = passwordFault(password, person.loginName);
  const send = useMutation({ mutationFn: () => resetPassword(person.id, { password }), onSuccess: onClose });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fault === null) send.mutate();
  };
  return (
    <Dialog title={t('people.passwordOf', { name: person.name })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNotice error={send.error} />
        <TextField
          label={t('people.newPassword')}
          type="password"
          autoComplete="new-password"
          hint={t('field.passwordHint', { n: SHORTEST_PASSWORD })}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={tried && fault ? t(`field.passwordFault.${fault}`, { n: SHORTEST_PASSWORD }) : undefined}
        />
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {t('action.back')}
          </Button>
          <Button type="submit" busy={send.isPending}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
