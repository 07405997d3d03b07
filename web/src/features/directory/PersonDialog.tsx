import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createPerson, type Person, type Role, updatePerson } from '@/api';
import { passwordFault, SHORTEST_PASSWORD } from '@/features/identity/password.ts';
import { ContactOf } from '@/features/notice/ContactOf.tsx';
import { CheckField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { OwnPostFields } from './OwnPostFields.tsx';
import { refreshPosts } from './queries.ts';

const CITY_ROLES: Role[] = ['ADMINISTRATOR', 'CHAIR', 'HOST', 'CLERK'];

/** Makes or changes a person. The login name is given once; the own post holds from today. */
export function PersonDialog({ person, onClose }: { person: Person | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const own = person?.posts.find((post) => post.kind === 'HOLDER');
  const [form, setForm] = useState({
    loginName: person?.loginName ?? '',
    name: person?.name ?? '',
    password: '',
    unitId: own?.unitId ?? '',
    postId: own?.postId ?? '',
    cityRoles: person?.cityRoles ?? [],
  });
  const [tried, setTried] = useState(false);
  // somebody whose unit was chosen is something there
  const postless = form.unitId !== '' && form.postId === '';
  const fault = person === null ? passwordFault(form.password, form.loginName) : null;
  const send = useMutation({
    mutationFn: () => {
      const known = {
        name: form.name.trim(),
        postId: form.postId || null,
        cityRoles: form.cityRoles,
      };
      return person === null
        ? createPerson({ ...known, loginName: form.loginName.trim(), password: form.password })
        : updatePerson(person.id, known);
    },
    onSuccess: async () => {
      await refreshPosts(queries);
      onClose();
    },
  });
  const change =
    (key: 'loginName' | 'name' | 'password') =>
    (event: { target: { value: string } }): void =>
      setForm({ ...form, [key]: event.target.value });
  const submit = (): void => {
    setTried(true);
    if (form.name.trim() !== '' && form.loginName.trim() !== '' && fault === null && !postless) send.mutate();
  };
  return (
    <FormDialog
      title={t(person === null ? 'people.new' : 'people.edit')}
      error={send.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('field.name')}
        value={form.name}
        onChange={change('name')}
        error={tried && form.name.trim() === '' ? t('field.needed') : undefined}
      />
      {person === null ? (
        <>
          <TextField
            label={t('field.loginName')}
            autoComplete="off"
            autoCapitalize="none"
            value={form.loginName}
            onChange={change('loginName')}
            error={tried && form.loginName.trim() === '' ? t('field.needed') : undefined}
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
        </>
      ) : null}
      <OwnPostFields
        person={person}
        value={form}
        error={tried && postless ? t('field.choose') : undefined}
        onChange={(chosen) => setForm({ ...form, ...chosen })}
      />
      <fieldset className="checks" aria-labelledby="city-roles">
        <p id="city-roles">{t('people.roles')}</p>
        {CITY_ROLES.map((role) => (
          <CheckField
            key={role}
            label={t(`role.${role}`)}
            checked={form.cityRoles.includes(role)}
            onChange={(event) =>
              setForm({
                ...form,
                cityRoles: event.target.checked
                  ? [...form.cityRoles, role]
                  : form.cityRoles.filter((each) => each !== role),
              })
            }
          />
        ))}
      </fieldset>
      {person === null ? null : <ContactOf person={person.id} />}
    </FormDialog>
  );
}
