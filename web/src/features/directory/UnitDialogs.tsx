import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { endHolding, endPost, endUnit, type Post, type PostHolding, type Unit } from '@/api';
import { named } from '@/i18n/format.ts';
import { HoldingDialog } from './HoldingDialog.tsx';
import { LastDayDialog } from './LastDayDialog.tsx';
import { NewPostDialog } from './NewPostDialog.tsx';
import { PostDialog } from './PostDialog.tsx';
import { RemoveHoldingDialog } from './RemoveHoldingDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { UnitDialog } from './UnitDialog.tsx';

/** Which dialog of the units page is open, about what. */
export type Opened =
  | { what: 'new-unit' }
  | { what: 'rename-unit' | 'end-unit' | 'new-post'; unit: Unit }
  | { what: 'put' | 'post' | 'rename-post' | 'end-post'; unit: Unit; id: string }
  | { what: 'end-holding' | 'remove-holding'; unit: Unit; id: string; holding: PostHolding }
  | null;

interface Props {
  open: Opened;
  posts: Post[];
  onOpen: (open: Opened) => void;
}

/** One dialog at a time; what was opened from a post's own dialog goes back to it. */
export function UnitDialogs({ open, posts, onOpen }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  if (open === null) return null;
  const close = (): void => onOpen(null);
  if (open.what === 'new-unit') return <UnitDialog onClose={close} />;
  const { unit } = open;
  const unitName = named(unit, i18n.language);
  if (!('id' in open)) {
    switch (open.what) {
      case 'new-post':
        return <NewPostDialog unit={unit} onClose={close} />;
      case 'rename-unit':
        return <RenameDialog what="unit" of={unit} onClose={close} />;
      case 'end-unit':
        return (
          <LastDayDialog
            title={t('posts.lastDayOf', { name: unitName })}
            text={t('units.endText')}
            from={unit.names[0]?.from ?? ''}
            until={unit.until}
            send={(until) => endUnit(unit.id, { until })}
            onClose={close}
          />
        );
    }
  }
  const post = posts.find((each) => each.id === open.id);
  if (post === undefined) return null;
  const name = `${unitName} ${named(post, i18n.language)}`;
  const back = (): void => onOpen({ what: 'post', unit, id: post.id });
  switch (open.what) {
    case 'put':
      return <HoldingDialog post={post} title={t('posts.putIn', { name })} onClose={close} />;
    case 'post':
      return <PostDialog post={post} unit={unit} title={name} onOpen={onOpen} />;
    case 'rename-post':
      return <RenameDialog what="post" of={post} onClose={back} />;
    case 'end-post':
      return (
        <LastDayDialog
          title={t('posts.lastDayOf', { name })}
          text={t('posts.endText')}
          from={post.from}
          until={post.until}
          send={(until) => endPost(post.id, { until })}
          onClose={back}
        />
      );
    case 'end-holding':
      return (
        <LastDayDialog
          title={t('posts.lastDayOf', { name: `${name} ${open.holding.person}` })}
          text={t('posts.endHoldingText')}
          from={open.holding.from}
          until={open.holding.until}
          send={(until) => endHolding(open.holding.id, { until })}
          onClose={back}
        />
      );
    case 'remove-holding':
      return <RemoveHoldingDialog holding={open.holding} onClose={back} />;
  }
}
