import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '@/api';
import { elapsed, titled } from '@/i18n/format.ts';

interface Props {
  meeting: string;
  chapters: Chapter[];
  /** Where the recording is now. */
  second: number;
  /** Which page of the meeting this stands on. */
  page?: '/meetings/$id' | '/meetings/$id/record';
}

/** The items of a meeting as places in its recording, each under an address of its own. */
export function ChapterList({ meeting, chapters, second, page = '/meetings/$id' }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  if (chapters.length === 0) return null;
  const now = chapters.findLast((chapter) => chapter.second <= second);
  /** A router's link would mark the chapter in the address; what is marked here is the one that plays. */
  const jump = (event: MouseEvent, t: number): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to: page, params: { id: meeting }, search: { t }, replace: true, resetScroll: false });
  };
  return (
    <nav aria-labelledby="chapters" className="block">
      <h2 id="chapters">{t('recording.chapters')}</h2>
      <ol className="chapters">
        {chapters.map((chapter) => (
          <li key={chapter.second}>
            <a
              href={`${page.replace('$id', meeting)}?t=${chapter.second}`}
              onClick={(event) => jump(event, chapter.second)}
              aria-current={chapter === now ? 'true' : undefined}
            >
              <span className="chapter-time">{elapsed(chapter.second * 1_000)}</span>
              <span>{titled(chapter, i18n.language)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
