import type { IndicatorReply } from '../../../server/contract/replies.ts';

/** Who published it, what, and under which licence. */
export const SourceLine = ({ source }: { source: IndicatorReply['source'] }) => (
  <>
    {source.publisher}, <a href={source.url}>{source.title}</a>. {source.licence}.
  </>
);
