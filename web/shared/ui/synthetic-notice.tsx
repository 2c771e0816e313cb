import type { Basis } from '../../../server/contract/dimensions.ts';
import type { Estimate } from '../../../server/contract/estimate.ts';

export const isSynthetic = (estimate: Estimate | null): boolean =>
  estimate?.status === 'shown' && estimate.basis === ('synthetic' satisfies Basis);

/** The banner wherever figures are shown that nobody counted. */
export function SyntheticNotice({ figures }: { figures: readonly (Estimate | null)[] }) {
  const shown = figures.filter((figure) => figure?.status === 'shown');
  if (!shown.some(isSynthetic)) return null;
  const which = shown.every(isSynthetic) ? 'These figures are' : 'Some of these figures are';
  return <p className="notice">{which} synthetic: made for demonstration, not real.</p>;
}

/** The mark of one figure in a table. */
export const SyntheticMark = () => <span className="basis basis--synthetic">Synthetic</span>;
