import type { ReactNode } from 'react';

interface Props {
  caption: string;
  head: string[];
  children: ReactNode;
}

/** A KRDS table; narrow screens scroll it sideways, by keyboard too. */
export function Table({ caption, head, children }: Props): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="krds-table-wrap" aria-label={caption} tabIndex={0}>
      <table className="tbl col data">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
