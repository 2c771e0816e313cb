import './documents.css';
import type { ReactNode } from 'react';
import { dayWords, type NumberedSource, type Provenance } from './sources.ts';

interface CitedProps {
  readonly entry: Provenance;
  readonly sources: readonly NumberedSource[];
  /** The kind of document, so that the numbers of two lists on one page lead to their own. */
  readonly list: string;
}

/** Who says so: the number of the source, or the mark of what nobody asserts. */
export function Cited({ entry, sources, list }: CitedProps) {
  if (entry.synthetic) return <IllustrativeMark />;
  const found = sources.find(({ source }) => source.id === entry.source);
  if (found === undefined) return null;
  return (
    <a
      className="cited"
      href={`#${list}-source-${found.number}`}
      aria-label={`Source ${found.number}: ${found.source.publisher}, ${found.source.title}`}
    >
      {found.number}
    </a>
  );
}

export const IllustrativeMark = () => (
  <span className="basis basis--synthetic illustrative">Illustrative</span>
);

/** Stands above words of which some are made for demonstration. */
export function IllustrativeNotice({ children }: { children: ReactNode }) {
  return (
    <p className="notice">
      <IllustrativeMark /> {children}
    </p>
  );
}

interface SourceListProps {
  readonly sources: readonly NumberedSource[];
  readonly list: string;
}

export function SourceList({ sources, list }: SourceListProps) {
  return (
    <ol className="source-list">
      {sources.map(({ number, source }) => (
        <li key={source.id} id={`${list}-source-${number}`} value={number}>
          {source.publisher},{' '}
          {source.url === undefined ? source.title : <a href={source.url}>{source.title}</a>}
          {dayWords(source) !== '' && `, ${dayWords(source)}`}.
        </li>
      ))}
    </ol>
  );
}
