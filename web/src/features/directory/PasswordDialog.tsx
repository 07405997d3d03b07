import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Person, resetPassword } from '@/api';
import { passwordFault, SHORTEST_PASSWORD } from '@/features/identity/password.ts';
import { TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';

export function PasswordDialog({ person, onClose }: { person: Person; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const fault = passwordFault(password, person.loginName);
  const send = useMutation({ mutationFn: () => resetPassword(person.id, { password }), onSuccess: onClose });
  const submit = (): void => {
    setTried(true);
    if (fault === null) send.mutate();
  };
  return (
    <FormDialog
      title={t('people.passwordOf', { name: person.name })}
      error={send.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('people.newPassword')}
        type="password"
        autoComplete="new-password"
        hint={t('field.passwordHint', { n: SHORTEST_PASSWORD })}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={tried && fault ? t(`field.passwordFault.${fault}`, { n: SHORTEST_PASSWORD }) : undefined}
      />
    </FormDialog>
  );
}
