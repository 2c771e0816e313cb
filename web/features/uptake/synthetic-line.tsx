import type { Estimate } from '../../../server/contract/estimate.ts';
import { isSynthetic, SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';

/** The mark of one picture among many: the banner at the top of the page says it in full. */
export function SyntheticLine({ figures }: { figures: readonly (Estimate | null)[] }) {
  const shown = figures.filter((figure) => figure?.status === 'shown');
  if (!shown.some(isSynthetic)) return null;
  return (
    <p className="synthetic-line">
      <SyntheticMark /> {shown.every(isSynthetic) ? 'Made' : 'Some of these figures are made'} for
      demonstration, not real.
    </p>
  );
}
