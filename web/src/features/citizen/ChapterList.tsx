import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '@/api';
import { elapsed, titled } from '@/i18n/format.ts';

interface Props {
  meeting: string;
  chapters: Chapter[];
  /** Where the recording is now. */
  second: number;
}

/** The items of a meeting as places in its recording, each under an address of its own. */
export function ChapterList({ meeting, chapters, second }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  if (chapters.length === 0) return null;
  const now = chapters.findLast((chapter) => chapter.second <= second);
  return (
    <nav aria-labelledby="chapters" className="block">
      <h2 id="chapters">{t('recording.chapters')}</h2>
      <ol className="chapters">
        {chapters.map((chapter) => (
          <li key={chapter.second}>
            <Link
              to="/meetings/$id"
              params={{ id: meeting }}
              search={{ t: chapter.second }}
              replace
              resetScroll={false}
              activeProps={{}}
              aria-current={chapter === now ? 'true' : undefined}
            >
              <span className="chapter-time">{elapsed(chapter.second * 1_000)}</span>
              <span>{titled(chapter, i18n.language)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
