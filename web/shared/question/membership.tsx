import { lowerFirst } from '../../../server/contract/phrases.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';

interface MembershipProps {
  readonly group: Pick<IndicatorReply['populationGroups'][number], 'membership'> | undefined;
  /** Whether the sentence asks about some of them only: an age, a sex, an ethnic group. */
  readonly isNarrowed: boolean;
}

/** Who belongs to the group the sentence names. */
export function GroupMembersNote({ group, isNarrowed }: MembershipProps) {
  if (group === undefined) return null;
  return (
    <p className="membership">
      {isNarrowed ? 'Who is counted: those named above, of ' : 'Who is counted: '}
      {lowerFirst(group.membership)}
    </p>
  );
}
