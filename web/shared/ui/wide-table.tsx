import './wide-table.css';
import type { ReactNode } from 'react';

/** A table that may be wider than a phone: it scrolls in its own frame, by keyboard too. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="wide-table" aria-label={label} tabIndex={0}>
      <table className="gap-table">{children}</table>
    </section>
  );
}
