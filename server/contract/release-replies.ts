import { type Static, Type } from 'typebox';

const release = Type.Integer({ description: 'Number of the release this reply was answered from.' });
const text = (description: string) => Type.String({ description });
const releasedAt = text('When it became public, ISO 8601.');

export const versionReply = Type.Object({
  version: Type.Integer({ description: 'Number of the version.' }),
  dataset: text('Id of the dataset.'),
  title: text('Title of the dataset.'),
  policy: Type.Unsafe<'as-published' | 'protect'>(
    Type.String({ enum: ['as-published', 'protect'], description: 'Disclosure policy of the dataset.' }),
  ),
  publishedAt: text('When it was published here, ISO 8601.'),
  estimates: Type.Integer({ description: 'Figures it holds.' }),
  withheld: Type.Integer({ description: 'Figures it withholds.' }),
  definitions: Type.Unsafe<'when-published' | 'later'>(
    Type.String({
      enum: ['when-published', 'later'],
      description:
        'When its definitions and words were written down: with it, or, where it was published before they were kept, at a later update.',
    }),
  ),
});
const releaseFields = {
  publishedAt: releasedAt,
  changed: Type.Array(versionReply, { description: 'The versions that were new in it.' }),
};
export const releasesReply = Type.Object({
  release,
  releases: Type.Array(Type.Object({ id: release, ...releaseFields }), { description: 'Newest first.' }),
});
export type ReleasesReply = Static<typeof releasesReply>;
export const oneReleaseReply = Type.Object({
  release,
  ...releaseFields,
  versions: Type.Array(versionReply, { description: 'Every version that was public in it.' }),
});
export type OneReleaseReply = Static<typeof oneReleaseReply>;
