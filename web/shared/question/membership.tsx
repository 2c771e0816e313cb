import { lowerFirst } from '../../../server/contract/phrases.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';

interface MembershipProps {
  readonly group: Pick<IndicatorReply['populationGroups'][number], 'membership'> | undefined;
}

/** Who belongs to the group the sentence names. */
export function GroupMembersNote({ group }: MembershipProps) {
  if (group === undefined) return null;
  return <p className="membership">Who is counted: {lowerFirst(group.membership)}</p>;
}
