/** What a version of a dataset holds, and how to tell whether it differs from another. */
import { createHash } from 'node:crypto';
import type { BoundaryRow } from '../../db/schema.ts';
import type { ModellingMeasurement } from '../contract/modelling-reply.ts';
import type { PolicyNumbers } from '../contract/policies.ts';
import type { DatasetDefinition } from '../indicators/indicator.ts';
import type { DerivedSeries } from './derive.ts';
import type { DocumentOfVersion } from './documents.ts';
import type { ReleasedArea } from './released-areas.ts';

type BoundaryOfRelease = Omit<BoundaryRow, 'geometry'> & { readonly geometry: unknown };

export interface Content {
  readonly dataset: DatasetDefinition;
  /** By which counts of people are withheld and rounded; left out where the dataset is published as it was. */
  readonly policy?: PolicyNumbers | undefined;
  /** Small counts that protecting could not keep, in words: official totals published elsewhere tell them. */
  readonly toldElsewhere?: readonly string[] | undefined;
  readonly areas: readonly ReleasedArea[];
  readonly boundaries: readonly BoundaryOfRelease[];
  /** Left out by every dataset but that of the documents. */
  readonly documents?: readonly Pick<DocumentOfVersion, 'kind' | 'body'>[];
  /**
   * The series of one indicator after another, worked out anew each time they are asked for, so that the figures of one
   * indicator are all that has to fit in memory. What they are made of is read before an indicator's first is handed out.
   */
  readonly series: () => AsyncIterable<Iterable<DerivedSeries>>;
  /** How far those of its figures that were shared out are off; known once the series were read. */
  readonly modelling?: () => readonly ModellingMeasurement[];
}

export interface Digest {
  /** Of everything in the content: the same content gives the same digest. */
  readonly sha256: string;
  /** Which series there are, in their order, without their figures. */
  readonly series: readonly DerivedSeries['series'][];
  readonly estimates: number;
  readonly withheld: number;
  readonly modelling: readonly ModellingMeasurement[];
}

/** Reads the content through once. */
export async function digestOf(content: Content): Promise<Digest> {
  const { dataset, policy, toldElsewhere = [], areas, boundaries, documents } = content;
  const hash = createHash('sha256');
  // One JSON text of everything, a piece at a time: the whole would be too long for a string.
  const part = (name: string, value: unknown) => `"${name}":${JSON.stringify(value)}`;
  hash.update(
    `{${part('dataset', { ...dataset, ...(policy && { policyNumbers: policy, toldElsewhere }) })},${part('areas', areas)},${part('boundaries', boundaries)},`,
  );
  hash.update('"series":[');
  const series: DerivedSeries['series'][] = [];
  let estimates = 0;
  let withheld = 0;
  for await (const ofIndicator of content.series()) {
    for (const one of ofIndicator) {
      hash.update(`${series.length > 0 ? ',' : ''}${JSON.stringify(one)}`);
      series.push(one.series);
      estimates += one.estimates.length;
      withheld += one.estimates.filter(({ status }) => status === 'withheld').length;
    }
  }
  const modelling = content.modelling?.() ?? [];
  hash.update(']');
  if (documents !== undefined) hash.update(`,${part('documents', documents)}`);
  if (modelling.length > 0) hash.update(`,${part('modelling', modelling)}`);
  hash.update('}');
  return { sha256: hash.digest('hex'), series, estimates, withheld, modelling };
}
