import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/api';
import { koreanDay, named } from '@/i18n/format.ts';
import { SelectField } from '@/ui/Field.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { inTheWay, isOn, postsOf } from './posts.ts';
import { postsQuery, unitsQuery } from './queries.ts';

interface Chosen {
  unitId: string;
  postId: string;
}

interface Props {
  person: Person | null;
  value: Chosen;
  error?: string | undefined;
  onChange: (chosen: Chosen) => void;
}

/** The unit and the post that are the person's own: a post somebody else holds is shown, but cannot be chosen. */
export function OwnPostFields({ person, value, error, onChange }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const units = useQuery(unitsQuery);
  const posts = useQuery(postsQuery);
  const today = koreanDay(Date.now());
  const unit = units.data?.find((each) => each.id === value.unitId);
  const choices = unit ? postsOf(unit, posts.data ?? [], today).filter((post) => isOn(post, today)) : [];
  const free = choices.some((post) => inTheWay(post, person?.id ?? null, today) === undefined);
  const acting = person?.posts.filter((post) => post.kind === 'ACTING') ?? [];
  return (
    <>
      <ProblemNotice error={units.error ?? posts.error} />
      {acting.length > 0 ? (
        <Notice>{t('people.actsNow', { posts: acting.map((post) => `${post.unit} ${post.label}`).join(', ') })}</Notice>
      ) : null}
      <div className="field-row">
        <SelectField
          label={t('field.unit')}
          value={value.unitId}
          onChange={(event) => onChange({ unitId: event.target.value, postId: '' })}
        >
          <option value="">{t('field.noUnit')}</option>
          {(units.data ?? [])
            .filter((each) => each.until === null || each.until >= today)
            .map((each) => (
              <option key={each.id} value={each.id}>
                {named(each, i18n.language)}
              </option>
            ))}
        </SelectField>
        <SelectField
          label={t('field.post')}
          hint={t(unit && posts.data && !free ? 'people.postNone' : 'people.postHint')}
          error={error}
          value={value.postId}
          disabled={value.unitId === ''}
          onChange={(event) => onChange({ ...value, postId: event.target.value })}
        >
          <option value="">{value.unitId === '' ? t('field.noUnit') : t('field.choose')}</option>
          {choices.map((post) => {
            const holder = inTheWay(post, person?.id ?? null, today);
            const name = named(post, i18n.language);
            return (
              <option key={post.id} value={post.id} disabled={holder !== undefined}>
                {holder ? t('people.postTaken', { post: name, name: holder.person }) : name}
              </option>
            );
          })}
        </SelectField>
      </div>
    </>
  );
}
