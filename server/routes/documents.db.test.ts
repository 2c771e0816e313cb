import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectReader } from '../../db/connect.ts';
import { emptyDatabase } from '../../db/testing.ts';
import { buildApp } from '../app.ts';
import { documentKinds } from '../contract/dimensions.ts';
import type { DocumentReply } from '../contract/documents/schemas.ts';
import type { Problem } from '../contract/problem.ts';
import type { OneReleaseReply } from '../contract/release-replies.ts';
import { load, loadPlace, problemsOf, testPlace } from '../ingest/testing.ts';
import { runPublish } from '../publish/run.ts';
import { testConfig } from '../testing.ts';

const target = {
  id: 'two-doses',
  title: '95% with both doses',
  indicator: 'mmr-2-at-5-years',
  value: 95,
  source: 'minutes',
  synthetic: false,
};
const targets = (value: number) => ({
  kind: 'targets',
  synthetic: false,
  date: '2026-11-22',
  sources: [{ id: 'minutes', publisher: 'The board', title: 'Minutes' }],
  targets: [{ ...target, value }],
});
const decisions = { ...targets(0), kind: 'decisions', targets: undefined, decisions: [] };
const saved = (body: object, name = 'words.json') => [{ name, content: JSON.stringify(body) }];

describe('documents', () => {
  let app: Awaited<ReturnType<typeof buildApp>>;
  let close: () => Promise<void>;
  const replyAt = async <T>(path: string) => (await app.inject(`/api/v1${path}`)).json<T>();

  beforeAll(async () => {
    const { location, owner } = await emptyDatabase();
    const publish = (day: string) =>
      runPublish(['documents'], {
        database: owner,
        place: testPlace,
        now: () => new Date(`${day}T09:00:00Z`),
      });
    await loadPlace(owner);
    await expect(publish('2026-01-04')).rejects.toThrow('nothing is loaded for the dataset "documents"');
    await load(owner, 'documents', saved(targets(95)));
    expect((await publish('2026-01-05')).release).toBe(1);
    expect((await publish('2026-01-06')).release).toBeUndefined();
    expect(await load(owner, 'documents', saved(targets(95)))).toMatchObject({ kept: 1, changed: 0 });
    await load(owner, 'documents', saved(targets(90)));
    await load(owner, 'documents', saved(decisions));
    const refused = [...saved(targets(80), 'a.json'), ...saved(targets(70), 'b.json')];
    expect(await problemsOf(owner, 'documents', refused)).toMatchObject([
      { file: 'b.json', value: 'targets' },
    ]);
    const unknown = { ...targets(80), targets: [{ ...target, indicator: 'contentment' }] };
    await problemsOf(owner, 'documents', saved(unknown));
    expect((await publish('2026-02-05')).release).toBe(2);
    await expect(
      owner.kysely.updateTable('release.document').set({ kind: 'plan' }).execute(),
    ).rejects.toThrow('a published document never changes');
    await owner.close();
    const reader = connectReader(location);
    await expect(
      reader.kysely
        .selectFrom('intake.document' as never)
        .selectAll()
        .execute(),
    ).rejects.toThrow('permission denied');
    app = await buildApp({ db: reader.kysely, config: testConfig, now: () => new Date() });
    close = async () => {
      await app.close();
      await reader.close();
    };
  }, 120_000);
  afterAll(() => close());

  test('are answered as they stood in the release asked for', async () => {
    const newest = await replyAt<DocumentReply<'targets'>>('/documents/targets');
    expect(newest).toEqual({ release: 2, query: { kind: 'targets' }, document: targets(90) });
    const then = await replyAt<DocumentReply<'targets'>>('/documents/targets?release=1');
    expect(then).toEqual({ release: 1, query: { kind: 'targets' }, document: targets(95) });
  });

  test('that were not published yet are not found, and the reply names those that were', async () => {
    expect(await replyAt<Problem>('/documents/decisions')).toMatchObject({ release: 2 });
    expect(await replyAt<Problem>('/documents/decisions?release=1')).toMatchObject({
      status: 404,
      detail: 'There is no document "decisions" in release 1; there are: targets.',
      allowed: ['targets'],
    });
  });

  test('of a kind there is not are not found, and the reply names the kinds', async () => {
    expect(await replyAt<Problem>('/documents/wishes')).toMatchObject({
      status: 404,
      field: 'kind',
      allowed: documentKinds.map(({ id }) => id),
    });
  });

  test('are a version of a release like any figures, with the loads behind it', async () => {
    const { versions } = await replyAt<OneReleaseReply>('/releases/2');
    expect(versions).toMatchObject([{ dataset: 'documents', withheld: 0 }]);
    const data = await replyAt<{ datasets: { loads: { fileName: string }[] }[]; refusals: object[] }>(
      '/data',
    );
    expect(data.datasets[0]?.loads).toHaveLength(2);
    expect(data.refusals).toMatchObject([
      { problems: 1, kinds: [{ kind: 'value', count: 1 }] },
      { problems: 1, kinds: [{ kind: 'file', count: 1 }] },
    ]);
  });

  test('are described field by field in the contract', async () => {
    const api = await replyAt<{ paths: Record<string, unknown> }>('/openapi.json');
    for (const { id } of documentKinds) {
      const undescribed: string[] = [];
      const look = (schema: unknown, at: string): void => {
        if (typeof schema !== 'object' || schema === null) return;
        const { properties, items, description } = schema as Record<string, unknown>;
        if (properties === undefined && items === undefined && description === undefined)
          undescribed.push(at);
        for (const [name, inner] of Object.entries(properties ?? {})) look(inner, `${at}.${name}`);
        if (items !== undefined) look(items, `${at}[]`);
      };
      const path = api.paths[`/api/v1/documents/${id}`] as {
        get: { responses: { 200: { content: { 'application/json': { schema: unknown } } } } };
      };
      look(path.get.responses[200].content['application/json'].schema, id);
      expect(undescribed).toEqual([]);
    }
  });
});
