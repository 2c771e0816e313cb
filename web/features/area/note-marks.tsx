import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { countOf } from '../../shared/words/format.ts';

/** Numbers that lead to the notes at the end of the page. */
export function NoteMarks({ numbers }: { numbers: readonly number[] }) {
  if (numbers.length === 0) return null;
  return (
    <sup className="note-marks">
      {numbers.map((number) => (
        <a key={number} href={`#note-${number}`} aria-label={`Note ${number}`}>
          {number}
        </a>
      ))}
    </sup>
  );
}

export function NoteList({ texts, untested }: { texts: readonly string[]; untested: readonly string[] }) {
  if (texts.length + untested.length === 0) return null;
  return (
    <FoldSection id="notes" className="note-list" title="Notes" note={countOf(texts.length, 'note', 'notes')}>
      <ol>
        {texts.map((text, index) => (
          <li key={text} id={`note-${index + 1}`}>
            {text}
          </li>
        ))}
      </ol>
      {untested.length > 0 && (
        <p>
          <strong>Change not tested</strong> means one of these:{' '}
          {untested.map((reason) => reason.charAt(0).toLowerCase() + reason.slice(1)).join('; ')}. The page of
          the indicator says which.
        </p>
      )}
    </FoldSection>
  );
}
