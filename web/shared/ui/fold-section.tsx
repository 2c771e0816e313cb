import './fold-section.css';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

interface FoldSectionProps {
  readonly id: string;
  readonly title: string;
  /** What is folded away, in a few words. */
  readonly note?: string;
  readonly className?: string;
  /** False where everything is laid out, as in a document to print. */
  readonly folds?: boolean;
  /** True where it begins unfolded. */
  readonly open?: boolean;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/**
 * A section folded away behind its heading: a link to something within it opens it, and paper shows it whole (by
 * style, so that it needs no script).
 */
export function FoldSection(props: FoldSectionProps) {
  const { id, title, note, className = '', folds = true, open = false, level = 2, children } = props;
  const Heading = `h${level}` as const;
  const heading = <Heading id={id}>{title}</Heading>;
  return (
    <section className={className} aria-labelledby={id}>
      {folds ? (
        <Fold
          open={open}
          head={
            <>
              {heading}
              {note !== undefined && <span className="fold__note">{note}</span>}
            </>
          }
        >
          {children}
        </Fold>
      ) : (
        <>
          {heading}
          {children}
        </>
      )}
    </section>
  );
}

interface FoldProps {
  readonly open: boolean;
  readonly head: ReactNode;
  readonly children: ReactNode;
}

function Fold({ open, head, children }: FoldProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  const hash = useLocation({ select: (location) => location.hash });
  // What the address leads to may come after the page; a browser opens by itself only what is there already.
  useEffect(() => {
    const target = hash === '' ? null : document.getElementById(hash);
    if (target === null || fold.current === null || !fold.current.contains(target)) return;
    fold.current.open = true;
    target.scrollIntoView();
  }, [hash]);
  return (
    <details ref={fold} className="fold" open={open}>
      <summary>{head}</summary>
      {children}
    </details>
  );
}
