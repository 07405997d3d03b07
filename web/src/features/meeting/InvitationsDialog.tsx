import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createInvitation,
  type Invitation,
  listInvitations,
  listUnits,
  type Meeting,
  type Role,
  revokeInvitation,
} from '@/api';
import { dateTimeOf, named, titled } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { Empty, Load } from '@/ui/States.tsx';

const ROLES: Role[] = ['GUEST', 'SPEAKER', 'ATTENDEE'];
const TONES = { OPEN: 'success', USED: 'information', EXPIRED: 'gray', REVOKED: 'danger' } as const;

/** Who may come in by a link: make one, copy it once, take it back. */
export function InvitationsDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const key = ['invitations', meeting.id];
  const invitations = useQuery({ queryKey: key, queryFn: () => listInvitations(meeting.id) });
  const revoke = useMutation({
    mutationFn: (id: string) => revokeInvitation(meeting.id, id),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <Dialog title={t('invite.title')} onClose={onClose}>
      <p>{titled(meeting, i18n.language)}</p>
      <NewInvitationForm meeting={meeting} onMade={() => queries.invalidateQueries({ queryKey: key })} />
      <h3 className="dialog-section">{t('invite.list')}</h3>
      <ProblemNotice error={revoke.error} />
      <Load query={invitations}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="person" title={t('invite.none')} />
          ) : (
            <ul className="rows">
              {list.map((invitation) => (
                <InvitationRow
                  key={invitation.id}
                  invitation={invitation}
                  busy={revoke.isPending && revoke.variables === invitation.id}
                  onRevoke={() => revoke.mutate(invitation.id)}
                />
              ))}
            </ul>
          )
        }
      </Load>
    </Dialog>
  );
}

interface RowProps {
  invitation: Invitation;
  busy: boolean;
  onRevoke: () => void;
}

function InvitationRow({ invitation, busy, onRevoke }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { state } = invitation;
  return (
    <li className="row">
      <div className="row-text">
        <strong>{[invitation.unit, invitation.label].filter(Boolean).join(' · ')}</strong>
        <span className="quiet">
          {t(`role.${invitation.role}`)} · {t('invite.until', { at: dateTimeOf(invitation.expiresAt) })}
          {invitation.usedBy ? ` · ${t('invite.usedBy', { name: invitation.usedBy })}` : ''}
        </span>
      </div>
      <Badge tone={TONES[state]}>{t(`invite.state.${state}`)}</Badge>
      {state === 'OPEN' || state === 'USED' ? (
        <Button
          kind="tertiary"
          size="small"
          busy={busy}
          onClick={onRevoke}
          aria-label={t('invite.revokeOf', { name: invitation.label })}
        >
          {t('invite.revoke')}
        </Button>
      ) : null}
    </li>
  );
}

function NewInvitationForm({ meeting, onMade }: { meeting: Meeting; onMade: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const units = useQuery({ queryKey: ['units'], queryFn: () => listUnits() });
  const [label, setLabel] = useState('');
  const [role, setRole] = useState<Role>('GUEST');
  const [unitId, setUnitId] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      createInvitation(meeting.id, { label: label.trim(), role, unitId: unitId || null, expiresAt: null }),
    onSuccess: () => {
      setLabel('');
      setTried(false);
      onMade();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (label.trim() !== '') send.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="inset">
      <ProblemNotice error={send.error} />
      <TextField
        label={t('invite.label')}
        hint={t('invite.labelHint')}
        value={label}
        maxLength={40}
        onChange={(event) => setLabel(event.target.value)}
        error={tried && label.trim() === '' ? t('field.needed') : undefined}
      />
      <div className="field-row">
        <SelectField label={t('field.role')} value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {t(`role.${each}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('field.unit')} value={unitId} onChange={(event) => setUnitId(event.target.value)}>
          <option value="">{t('field.noUnit')}</option>
          {(units.data ?? [])
            .filter((unit) => unit.until === null || unit.until >= meeting.date)
            .map((unit) => (
              <option key={unit.id} value={unit.id}>
                {named(unit, i18n.language)}
              </option>
            ))}
        </SelectField>
      </div>
      <Button type="submit" kind="secondary" icon="plus" busy={send.isPending}>
        {t('invite.make')}
      </Button>
      {send.data ? <NewLink url={send.data.url} /> : null}
    </form>
  );
}

/** The link as text and a button: it is shown this once. */
function NewLink({ url }: { url: string }): ReactNode {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const address = new URL(url, window.location.href).href;
  return (
    <Notice tone="good">
      <p>{t('invite.once')}</p>
      <p className="link-text">{address}</p>
      <Button
        kind="secondary"
        size="small"
        icon="copy"
        onClick={() =>
          Promise.resolve(navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'))).then(
            () => setCopied('yes'),
            () => setCopied('failed'),
          )
        }
      >
        {t(copied === 'yes' ? 'invite.copied' : 'invite.copy')}
      </Button>
      {copied === 'failed' ? <p>{t('invite.copyFailed')}</p> : null}
    </Notice>
  );
}
