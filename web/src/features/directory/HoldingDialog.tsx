import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createHolding, type HoldingKind, type Post } from '@/api';
import { koreanDay } from '@/i18n/format.ts';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { inTheWay } from './posts.ts';
import { peopleQuery, refreshPosts } from './queries.ts';
import { useSpan } from './useSpan.ts';

const KINDS: HoldingKind[] = ['HOLDER', 'ACTING'];

/** Puts somebody in a post from a date: as its holder, or acting while the holder is away. */
export function HoldingDialog({ post, title, onClose }: { post: Post; title: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const span = useSpan();
  const people = useQuery(peopleQuery);
  const today = koreanDay(Date.now());
  const held = inTheWay(post, null, today);
  const [form, setForm] = useState({
    personId: '',
    kind: (held ? 'ACTING' : 'HOLDER') as HoldingKind,
    from: today,
    until: '',
  });
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => createHolding(post.id, { ...form, until: form.until || null }),
    onSuccess: async () => {
      await refreshPosts(queries);
      onClose();
    },
  });
  const change =
    (key: keyof typeof form) =>
    (event: { target: { value: string } }): void =>
      setForm({ ...form, [key]: event.target.value });
  const submit = (): void => {
    setTried(true);
    if (form.personId !== '' && form.from !== '') send.mutate();
  };
  return (
    <FormDialog
      title={title}
      error={send.error ?? people.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={t('field.kind')}
        hint={t(`posts.kindHint.${form.kind}`)}
        value={form.kind}
        onChange={change('kind')}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`posts.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      {held && form.kind === 'HOLDER' ? (
        <Notice tone="warning">{t('posts.heldBy', { name: held.person, days: span(held) })}</Notice>
      ) : null}
      <SelectField
        label={t('field.person')}
        value={form.personId}
        onChange={change('personId')}
        error={tried && form.personId === '' ? t('field.choose') : undefined}
      >
        <option value="">{t('field.choose')}</option>
        {(people.data ?? [])
          .filter((person) => !person.disabled)
          .map((person) => (
            <option key={person.id} value={person.id}>
              {[person.name, person.unit, person.post].filter(Boolean).join(' · ')}
            </option>
          ))}
      </SelectField>
      <div className="field-row">
        <TextField
          label={t('field.from')}
          type="date"
          value={form.from}
          onChange={change('from')}
          error={tried && form.from === '' ? t('field.needed') : undefined}
        />
        <TextField
          label={t('field.until')}
          hint={t('posts.untilHint')}
          type="date"
          min={form.from}
          value={form.until}
          onChange={change('until')}
        />
      </div>
    </FormDialog>
  );
}
