/** Releases and what each changed. Pure. */

import type { ReleaseWithVersions, SelectedVersion } from '../../../db/queries/releases.ts';
import type { OneReleaseReply, ReleasesReply } from '../../contract/release-replies.ts';

type VersionReply = OneReleaseReply['versions'][number];

/** @param all newest first. */
export function releasesView(all: readonly ReleaseWithVersions[]): ReleasesReply {
  return {
    release: all[0]?.id ?? 0,
    releases: all.map((release, index) => ({
      id: release.id,
      publishedAt: release.published_at,
      changed: changedSince(release, all[index + 1]),
    })),
  };
}

export function releaseView(all: readonly ReleaseWithVersions[], id: number): OneReleaseReply | undefined {
  const index = all.findIndex((release) => release.id === id);
  const release = all[index];
  if (release === undefined) return undefined;
  return {
    release: release.id,
    publishedAt: release.published_at,
    changed: changedSince(release, all[index + 1]),
    versions: release.versions.map(versionView),
  };
}

function changedSince(release: ReleaseWithVersions, before: ReleaseWithVersions | undefined): VersionReply[] {
  const held = new Set(before?.versions.map((version) => version.id));
  return release.versions.filter((version) => !held.has(version.id)).map(versionView);
}

export function versionView(version: SelectedVersion): VersionReply {
  return {
    version: version.id,
    dataset: version.dataset,
    title: version.title,
    policy: version.policy,
    publishedAt: version.published_at,
    estimates: version.estimates,
    withheld: version.withheld,
    definitions: version.recorded,
  };
}
