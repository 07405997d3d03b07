import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { headPost, type Post, type PostHolding, type Unit } from '@/api';
import { koreanDay } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { CheckField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { isOn, isOver } from './posts.ts';
import { refreshPosts } from './queries.ts';
import { NameLine } from './UnitCard.tsx';
import type { Opened } from './UnitDialogs.tsx';
import { useSpan } from './useSpan.ts';

interface Props {
  post: Post;
  unit: Unit;
  title: string;
  onOpen: (open: Opened) => void;
}

/** Everything about one post: whoever was, is and will be in it, its names, its end. */
export function PostDialog({ post, unit, title, onOpen }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const span = useSpan();
  const id = post.id;
  const newest = [...post.holdings].reverse();
  const head = useMutation({
    mutationFn: () => headPost(id, { head: !post.head }),
    onSettled: () => refreshPosts(queries),
  });
  return (
    <Dialog title={title} onClose={() => onOpen(null)}>
      <ProblemNotice error={head.error} />
      <p className="quiet">{span(post)}</p>
      <h3 className="dialog-section">{t('posts.people')}</h3>
      {newest.length === 0 ? <p className="quiet">{t('posts.nobody')}</p> : null}
      <ol className="rows">
        {newest.map((holding) => (
          <HoldingRow
            key={holding.id}
            holding={holding}
            onEnd={() => onOpen({ what: 'end-holding', unit, id, holding })}
            onRemove={() => onOpen({ what: 'remove-holding', unit, id, holding })}
          />
        ))}
      </ol>
      <h3 className="dialog-section">{t('units.names')}</h3>
      <NameLine names={post.names} />
      <div className="dialog-section">
        <CheckField label={t('posts.headField')} checked={post.head} onChange={() => head.mutate()} />
      </div>
      <div className="dialog-buttons">
        <Button kind="tertiary" onClick={() => onOpen({ what: 'end-post', unit, id })}>
          {t('field.until')}
        </Button>
        <Button kind="tertiary" onClick={() => onOpen({ what: 'rename-post', unit, id })}>
          {t('units.rename')}
        </Button>
        <Button kind="secondary" onClick={() => onOpen({ what: 'put', unit, id })}>
          {t('posts.put')}
        </Button>
      </div>
    </Dialog>
  );
}

interface RowProps {
  holding: PostHolding;
  onEnd: () => void;
  onRemove: () => void;
}

function HoldingRow({ holding, onEnd, onRemove }: RowProps): ReactNode {
  const { t } = useTranslation();
  const span = useSpan();
  const today = koreanDay(Date.now());
  const when = isOn(holding, today) ? 'now' : isOver(holding, today) ? 'past' : 'coming';
  const of = (what: string): string => `${holding.person} ${what}`;
  return (
    <li className="row">
      <div className="row-text">
        <strong>{holding.person}</strong>
        <span className="quiet">{span(holding)}</span>
      </div>
      <Badge tone={holding.kind === 'ACTING' ? 'warning' : 'primary'}>{t(`posts.kinds.${holding.kind}`)}</Badge>
      <Badge tone={when === 'now' ? 'success' : 'gray'}>{t(`posts.when.${when}`)}</Badge>
      <Button kind="tertiary" size="xsmall" aria-label={of(t('field.until'))} onClick={onEnd}>
        {t('field.until')}
      </Button>
      <Button kind="tertiary" size="xsmall" aria-label={of(t('posts.remove'))} onClick={onRemove}>
        {t('posts.remove')}
      </Button>
    </li>
  );
}
