import './opening-lines.css';
import { labelOf, openingTopics } from '../../../server/contract/dimensions.ts';
import type { OpeningLine } from '../../../server/contract/opening.ts';

/** The id of a row on its page, which the lines lead to. */
export const rowAnchor = (row: string) => `row-${row}`;

/** What to know first, each line leading to its row; nothing where there is nothing to say. */
export function OpeningLines({ lines }: { readonly lines: readonly OpeningLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="opening" aria-labelledby="opening">
      <h2 id="opening">In short</h2>
      {lines.some(({ topic }) => topic === 'more') && (
        <p className="opening__order">
          Of each kind, figures less than three years old come first, and of those the widest differences for
          the size of the figure.
        </p>
      )}
      <ul>
        {lines.map(({ topic, text, row }) => (
          <li key={text} className={`opening__${topic}`}>
            <strong>{labelOf(openingTopics, topic)}:</strong>{' '}
            {row === null ? text : <a href={`#${rowAnchor(row)}`}>{text}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
