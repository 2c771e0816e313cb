import type { IndicatorReply } from '../../server/contract/replies.ts';
import { lowerFirst } from '../format.ts';
import type { Selection } from './selection.ts';

/** Who belongs to the group the sentence names, and the population it is counted among. */
export function Membership({ definition, selection }: { definition: IndicatorReply; selection: Selection }) {
  const group = definition.populationGroups.find(({ id }) => id === selection.populationGroup);
  if (group === undefined) return null;
  return <p className="membership">Who is counted: {lowerFirst(group.membership)}</p>;
}
