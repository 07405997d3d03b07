import type { ReactNode } from 'react';
import type { OutlineLine } from '@/api';

/** Minutes as a document reads them; each line carries its official mark. */
export function Outline({ lines }: { lines: OutlineLine[] }): ReactNode {
  return (
    <div className="outline" lang="ko">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document's lines have no other name
        <p key={at} className={`outline-${line.level}`}>
          <span className="outline-mark">{line.mark}</span> {line.text}
        </p>
      ))}
    </div>
  );
}
