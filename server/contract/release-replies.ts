import { type Static, Type } from 'typebox';
import { oneOf, releaseNumber, text } from './described.ts';

const releasedAt = text('When it became public, ISO 8601.');

export const versionReply = Type.Object({
  version: Type.Integer({ description: 'Number of the version.' }),
  dataset: text('Id of the dataset.'),
  title: text('Title of the dataset.'),
  policy: oneOf(['as-published', 'protect'], 'Disclosure policy of the dataset.'),
  publishedAt: text('When it was published here, ISO 8601.'),
  estimates: Type.Integer({ description: 'Figures it holds.' }),
  withheld: Type.Integer({ description: 'Figures it withholds.' }),
  definitions: oneOf(
    ['when-published', 'later'],
    'When its definitions and words were written down: with it, or, where it was published before they were kept, at a later update.',
  ),
});
const releaseFields = {
  publishedAt: releasedAt,
  changed: Type.Array(versionReply, { description: 'The versions that were new in it.' }),
};
export const releasesReply = Type.Object({
  release: releaseNumber,
  releases: Type.Array(Type.Object({ id: releaseNumber, ...releaseFields }), {
    description: 'Newest first.',
  }),
});
export type ReleasesReply = Static<typeof releasesReply>;
export const oneReleaseReply = Type.Object({
  release: releaseNumber,
  ...releaseFields,
  versions: Type.Array(versionReply, { description: 'Every version that was public in it.' }),
});
export type OneReleaseReply = Static<typeof oneReleaseReply>;
