import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoldingKind, Post, Unit } from '@/api';
import { dateOf, named } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { inPost, isOver, postsOf } from './posts.ts';
import type { Opened } from './UnitDialogs.tsx';
import { useSpan } from './useSpan.ts';

interface Props {
  unit: Unit;
  posts: Post[];
  today: string;
  onOpen: (open: Opened) => void;
}

/** One unit: its names through time, and its posts one under another. */
export function UnitCard({ unit, posts, today, onOpen }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const name = named(unit, i18n.language);
  const over = isOver(unit, today);
  const Heading = over ? 'h3' : 'h2'; // what is over stands under a heading of its own
  const mine = postsOf(unit, posts, today);
  const ended = posts.filter((post) => post.unitId === unit.id && isOver(post, today));
  return (
    <article className="card unit" aria-labelledby={`unit-${unit.id}`}>
      <div className="unit-head">
        <div className="unit-name">
          <Heading id={`unit-${unit.id}`}>{name}</Heading>
          <Badge>{t(`units.kinds.${unit.kind}`)}</Badge>
          {unit.synthetic ? <Badge>{t('people.synthetic')}</Badge> : null}
          {unit.until ? <Badge tone="warning">{t('posts.untilDay', { until: dateOf(unit.until) })}</Badge> : null}
          <span className="quiet">{t('units.seatNumber', { n: unit.seat })}</span>
          {unit.names.length > 1 ? <NameLine names={unit.names} /> : null}
        </div>
        <div className="row-buttons">
          {over ? null : (
            <>
              <Small label={t('posts.new')} of={name} onClick={() => onOpen({ what: 'new-post', unit })} />
              <Small label={t('units.rename')} of={name} onClick={() => onOpen({ what: 'rename-unit', unit })} />
            </>
          )}
          <Small label={t('field.until')} of={name} onClick={() => onOpen({ what: 'end-unit', unit })} />
        </div>
      </div>
      {mine.length === 0 ? (
        <p className="quiet">{t('posts.none')}</p>
      ) : (
        <ol className="timeline">
          {mine.map((post) => (
            <PostRow key={post.id} unit={unit} post={post} today={today} onOpen={onOpen} />
          ))}
        </ol>
      )}
      {ended.length > 0 ? (
        <details className="over">
          <summary>{t('posts.over', { count: ended.length })}</summary>
          <ol className="timeline">
            {ended.map((post) => (
              <PostRow key={post.id} unit={unit} post={post} today={today} onOpen={onOpen} />
            ))}
          </ol>
        </details>
      ) : null}
    </article>
  );
}

/** What it was called, oldest first. */
export function NameLine({ names }: { names: { name: string; from: string }[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="names" aria-label={t('units.names')}>
      {names.map((name) => (
        <li key={name.from}>{t('units.nameFrom', { name: name.name, date: dateOf(name.from) })}</li>
      ))}
    </ul>
  );
}

function PostRow({ unit, post, today, onOpen }: { post: Post } & Omit<Props, 'posts'>): ReactNode {
  const { t, i18n } = useTranslation();
  const span = useSpan();
  const name = named(post, i18n.language);
  const whole = `${named(unit, i18n.language)} ${name}`;
  return (
    <li className="post">
      <div className="post-name">
        <strong>{name}</strong>
        {post.head ? <Badge tone="primary">{t('posts.head')}</Badge> : null}
        <span className="quiet">{span(post)}</span>
      </div>
      {post.names.length > 1 ? <NameLine names={post.names} /> : null}
      <dl className="holders">
        <Holder post={post} kind="HOLDER" today={today} />
        <Holder post={post} kind="ACTING" today={today} />
      </dl>
      <div className="row-buttons">
        {isOver(post, today) ? null : (
          <Small label={t('posts.put')} of={whole} onClick={() => onOpen({ what: 'put', unit, id: post.id })} />
        )}
        <Small label={t('posts.manage')} of={whole} onClick={() => onOpen({ what: 'post', unit, id: post.id })} />
      </div>
    </li>
  );
}

/** Who is in the post in that way today; an empty post says so, nobody acting says nothing. */
function Holder({ post, kind, today }: { post: Post; kind: HoldingKind; today: string }): ReactNode {
  const { t } = useTranslation();
  const span = useSpan();
  const holding = inPost(post, kind, today);
  if (!holding && (kind === 'ACTING' || isOver(post, today))) return null;
  return (
    <div>
      <dt>{t(`posts.kinds.${kind}`)}</dt>
      <dd>
        {holding ? (
          <>
            {holding.person} <span className="quiet">{span(holding)}</span>
          </>
        ) : (
          <span className="quiet">{t('posts.vacant')}</span>
        )}
      </dd>
    </div>
  );
}

function Small({ label, of, onClick }: { label: string; of: string; onClick: () => void }): ReactNode {
  return (
    <Button kind="tertiary" size="xsmall" aria-label={`${of} ${label}`} onClick={onClick}>
      {label}
    </Button>
  );
}
