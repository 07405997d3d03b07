import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createPerson, listUnits, type Person, type Role, updatePerson } from '@/api';
import { passwordFault, SHORTEST_PASSWORD } from '@/features/identity/password.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';

const CITY_ROLES: Role[] = ['ADMINISTRATOR', 'CHAIR', 'HOST', 'CLERK'];

/** Makes or changes a person. The login name is given once. */
export function PersonDialog({ person, onClose }: { person: Person | null; onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const units = useQuery({ queryKey: ['units'], queryFn: () => listUnits() });
  const [form, setForm] = useState({
    loginName: person?.loginName ?? '',
    name: person?.name ?? '',
    password: '',
    unitId: person?.unitId ?? '',
    post: person?.post ?? '',
    cityRoles: person?.cityRoles ?? [],
  });
  const [tried, setTried] = useState(false);
  const fault = person === null ? passwordFault(form.password, form.loginName) : null;
  const send = useMutation({
    mutationFn: () => {
      const known = {
        name: form.name.trim(),
        unitId: form.unitId || null,
        post: form.post.trim(),
        cityRoles: form.cityRoles,
      };
      return person === null
        ? createPerson({ ...known, loginName: form.loginName.trim(), password: form.password })
        : updatePerson(person.id, known);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  const change =
    (key: 'loginName' | 'name' | 'password' | 'unitId' | 'post') =>
    (event: { target: { value: string } }): void =>
      setForm({ ...form, [key]: event.target.value });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (form.name.trim() !== '' && form.loginName.trim() !== '' && fault === null) send.mutate();
  };
  return (
    <Dialog title={t(person === null ? 'people.new' : 'people.edit')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNotice error={send.error} />
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
        <div className="field-row">
          <SelectField label={t('field.unit')} value={form.unitId} onChange={change('unitId')}>
            <option value="">{t('field.noUnit')}</option>
            {(units.data ?? []).map((unit) => (
              <option key={unit.id} value={unit.id}>
                {i18n.language === 'en' ? unit.nameEn || unit.name : unit.name}
              </option>
            ))}
          </SelectField>
          <TextField label={t('field.post')} value={form.post} onChange={change('post')} />
        </div>
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
