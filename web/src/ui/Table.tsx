import type { ReactNode } from 'react';

interface Props {
  caption: string;
  head: string[];
  children: ReactNode;
}

/** A KRDS table. On a phone each row becomes a card, its cells under one another with their `data-head`. */
export function Table({ caption, head, children }: Props): ReactNode {
  return (
    <div className="krds-table-wrap">
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
    </div>
  );
}
