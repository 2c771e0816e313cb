/** What stewards read: datasets, the loads behind them, and what was refused. */
import { type Static, Type } from 'typebox';
import { count, releaseNumber, text } from './described.ts';
import { problemKinds } from './dimensions.ts';
import { idsOf } from './literals.ts';
import { versionReply } from './release-replies.ts';
import { withdrawalReply } from './withdrawal-reply.ts';

const load = Type.Object({
  id: count('Number of the load, as commands name it.'),
  source: text('Id of the source, as the command names it.'),
  title: text('What the source reads.'),
  fileName: text('Names of the files loaded together; empty for counts of people from records.'),
  sha256: text('Their SHA-256 digests, in the same order; empty for counts of people from records.'),
  loadedAt: text('When they were loaded, ISO 8601.'),
  rowsRead: count('Rows read.'),
  rowsKept: count('Figures, areas, links or outlines kept: those about this place.'),
  rowsSkipped: count('Rows skipped: about other places.'),
});

const refusal = Type.Object({
  source: text('Id of the source, as the command names it.'),
  title: text('What the source reads.'),
  fileName: text('Names of the files refused together.'),
  refusedAt: text('When they were refused, ISO 8601. Nothing of them was loaded.'),
  problems: count('How many problems were found.'),
  kinds: Type.Array(
    Type.Object({
      kind: idsOf(problemKinds, 'The kind of problem; what stood in the file is never told.'),
      count: count('How many of the first thousand problems are of this kind.'),
    }),
    { description: 'Problems by kind.' },
  ),
});

export const dataReply = Type.Object({
  release: releaseNumber,
  publishedAt: text('When the release became public, ISO 8601.'),
  datasets: Type.Array(
    Type.Object({
      ...versionReply.properties,
      indicators: count('Indicators made of it.'),
      toldElsewhere: Type.Array(Type.String(), {
        description:
          'Small counts of people that official totals published elsewhere tell by themselves, so that nothing here can keep them: who, what and when.',
      }),
      loads: Type.Array(load, { description: 'The loads the version was made from, newest first.' }),
    }),
    { description: 'The version of each dataset in this release, by title.' },
  ),
  withdrawals: Type.Array(withdrawalReply, {
    description: 'What was taken back of the versions of this release, newest first.',
  }),
  refusals: Type.Array(refusal, {
    description: 'Loads refused before this release, newest first; at most the last hundred.',
  }),
});
export type DataReply = Static<typeof dataReply>;
