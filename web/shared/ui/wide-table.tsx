import './wide-table.css';
import type { ReactNode } from 'react';
import { Sideways } from './sideways.tsx';

/** A table that may be wider than a phone. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Sideways label={label}>
      <table className="gap-table">{children}</table>
    </Sideways>
  );
}
