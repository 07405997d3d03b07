import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disablePerson, enablePerson, type Me, type Person } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { peopleQuery } from './queries.ts';

type Open = { what: 'new' } | { what: 'edit' | 'password'; person: Person } | null;

export function PeoplePage(): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  return (
    <Staff
      administrator
      title={t('staff.people')}
      actions={
        <Button icon="plus" onClick={() => setOpen({ what: 'new' })}>
          {t('people.new')}
        </Button>
      }
    >
      {(me) => (
        <>
          <PeopleTable me={me} onOpen={setOpen} />
          {open?.what === 'new' ? <PersonDialog person={null} onClose={() => setOpen(null)} /> : null}
          {open?.what === 'edit' ? <PersonDialog person={open.person} onClose={() => setOpen(null)} /> : null}
          {open?.what === 'password' ? <PasswordDialog person={open.person} onClose={() => setOpen(null)} /> : null}
        </>
      )}
    </Staff>
  );
}

function PeopleTable({ me, onOpen }: { me: Me; onOpen: (open: Open) => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const people = useQuery(peopleQuery);
  const [wanted, setWanted] = useState('');
  const able = useMutation({
    mutationFn: (person: Person) => (person.disabled ? enablePerson(person.id) : disablePerson(person.id)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <Load query={people}>
      {(list) => {
        const found = list.filter((person) => matches(person, wanted));
        return (
          <>
            <ProblemNotice error={able.error} />
            <TextField
              label={t('people.search')}
              type="search"
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
            <p role="status" className="quiet">
              {t('people.count', { count: found.length })}
            </p>
            {found.length === 0 ? (
              <Empty icon="people" title={t('people.none')} />
            ) : (
              <Table
                caption={t('staff.people')}
                head={[t('field.name'), t('field.unit'), t('field.post'), t('people.roles'), t('desk.actions')]}
              >
                {found.map((person) => (
                  <PersonRow
                    key={person.id}
                    person={person}
                    self={person.id === me.id}
                    busy={able.isPending && able.variables.id === person.id}
                    onOpen={onOpen}
                    onAble={() => able.mutate(person)}
                  />
                ))}
              </Table>
            )}
          </>
        );
      }}
    </Load>
  );
}

function matches(person: Person, wanted: string): boolean {
  const posts = person.posts.map((post) => `${post.unit} ${post.label}`);
  const text = [person.name, person.loginName, ...posts].join(' ').toLowerCase();
  return text.includes(wanted.trim().toLowerCase());
}

interface RowProps {
  person: Person;
  self: boolean;
  busy: boolean;
  onOpen: (open: Open) => void;
  onAble: () => void;
}

function PersonRow({ person, self, busy, onOpen, onAble }: RowProps): ReactNode {
  const { t } = useTranslation();
  const of = (what: string): string => `${person.name} ${what}`;
  return (
    <tr>
      <th scope="row">
        {person.name} <span className="quiet">{person.loginName}</span>{' '}
        {person.disabled ? <Badge tone="danger">{t('people.disabled')}</Badge> : null}{' '}
        {person.synthetic ? <Badge>{t('people.synthetic')}</Badge> : null}
      </th>
      <td data-head={t('field.unit')}>{person.unit || <span className="quiet">–</span>}</td>
      <td data-head={t('field.post')}>
        <div>
          {person.post || <span className="quiet">–</span>}
          {person.posts.slice(1).map((post) => (
            <div key={post.postId} className="quiet">
              {t('people.also', { post: `${post.unit} ${post.label}` })}
            </div>
          ))}
        </div>
      </td>
      <td data-head={t('people.roles')}>
        {person.cityRoles.map((role) => t(`role.${role}`)).join(', ') || <span className="quiet">–</span>}
      </td>
      <td>
        <div className="row-buttons">
          <Button
            kind="tertiary"
            size="xsmall"
            aria-label={of(t('action.edit'))}
            onClick={() => onOpen({ what: 'edit', person })}
          >
            {t('action.edit')}
          </Button>
          <Button
            kind="tertiary"
            size="xsmall"
            aria-label={of(t('people.password'))}
            onClick={() => onOpen({ what: 'password', person })}
          >
            {t('people.password')}
          </Button>
          {self ? null : (
            <Button
              kind="tertiary"
              size="xsmall"
              busy={busy}
              aria-label={of(t(person.disabled ? 'people.enable' : 'people.disable'))}
              onClick={onAble}
            >
              {t(person.disabled ? 'people.enable' : 'people.disable')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}
