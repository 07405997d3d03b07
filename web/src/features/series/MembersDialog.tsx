import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMembers, listPeople, type Member, putMember, type Role, removeMember, type Series } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { SelectField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Empty, Load } from '@/ui/States.tsx';

const ROLES: Role[] = ['CHAIR', 'HOST', 'CLERK', 'SPEAKER', 'ATTENDEE'];

/** Who belongs to a series and as what. */
export function MembersDialog({ series, onClose }: { series: Series; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = ['members', series.id];
  const members = useQuery({ queryKey: key, queryFn: () => listMembers(series.id) });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: key });
  const put = useMutation({
    mutationFn: (change: { personId: string; role: Role }) =>
      putMember(series.id, change.personId, { role: change.role }),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (personId: string) => removeMember(series.id, personId),
    onSettled: refresh,
  });
  return (
    <Dialog title={t('series.membersOf', { name: series.name })} onClose={onClose}>
      <ProblemNotice error={put.error ?? remove.error} />
      <Load query={members}>
        {(list) => (
          <>
            <AddMember members={list} busy={put.isPending} onAdd={(personId, role) => put.mutate({ personId, role })} />
            <h3 className="dialog-section">{t('series.memberCount', { count: list.length })}</h3>
            {list.length === 0 ? (
              <Empty icon="people" title={t('series.noMembers')} />
            ) : (
              <ul className="rows">
                {list.map((member) => (
                  <MemberRow
                    key={member.personId}
                    member={member}
                    onRole={(role) => put.mutate({ personId: member.personId, role })}
                    onRemove={() => remove.mutate(member.personId)}
                  />
                ))}
              </ul>
            )}
          </>
        )}
      </Load>
    </Dialog>
  );
}

interface RowProps {
  member: Member;
  onRole: (role: Role) => void;
  onRemove: () => void;
}

function MemberRow({ member, onRole, onRemove }: RowProps): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="row">
      <div className="row-text">
        <strong>{member.name}</strong>
        <span className="quiet">{[member.unit, member.post].filter(Boolean).join(' · ')}</span>
      </div>
      <select
        className="krds-form-select small"
        aria-label={t('series.roleOf', { name: member.name })}
        value={member.role}
        onChange={(event) => onRole(event.target.value as Role)}
      >
        {(ROLES.includes(member.role) ? ROLES : [member.role, ...ROLES]).map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
      <Button kind="tertiary" size="small" aria-label={t('series.removeOf', { name: member.name })} onClick={onRemove}>
        {t('series.remove')}
      </Button>
    </li>
  );
}

interface AddProps {
  members: Member[];
  busy: boolean;
  onAdd: (personId: string, role: Role) => void;
}

function AddMember({ members, busy, onAdd }: AddProps): ReactNode {
  const { t } = useTranslation();
  const people = useQuery({ queryKey: ['people'], queryFn: () => listPeople() });
  const [personId, setPersonId] = useState('');
  const [role, setRole] = useState<Role>('SPEAKER');
  const known = new Set(members.map((member) => member.personId));
  const others = (people.data ?? []).filter((person) => !person.disabled && !known.has(person.id));
  return (
    <div className="inset">
      <ProblemNotice error={people.error} />
      <div className="field-row">
        <SelectField label={t('series.person')} value={personId} onChange={(event) => setPersonId(event.target.value)}>
          <option value="">{t('series.choose')}</option>
          {others.map((person) => (
            <option key={person.id} value={person.id}>
              {[person.unit, person.post, person.name].filter(Boolean).join(' ')}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('field.role')} value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {t(`role.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <Button
        kind="secondary"
        icon="plus"
        busy={busy}
        disabled={personId === ''}
        onClick={() => {
          onAdd(personId, role);
          setPersonId('');
        }}
      >
        {t('series.add')}
      </Button>
    </div>
  );
}
