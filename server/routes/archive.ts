import { PassThrough, Readable } from 'node:stream';
import { type Static, Type } from 'typebox';
import { ZipFile } from 'yazl';
import { estimatesOfSeries } from '../../db/queries/estimates.ts';
import { MARKS_IN_WORDS } from '../contract/without-figure.ts';
import { ProblemError } from '../errors.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { SeriesWithCoverage, Snapshot } from '../judge/release/snapshot.ts';
import { areasTable, definitionsTable, figuresTable } from '../views/releases/archive-tables.ts';
import { csvHeaderOf, csvOf, csvRowsOf } from '../views/tables/csv.ts';
import { csvwOf } from '../views/tables/csvw.ts';
import type { FileTable } from '../views/tables/table.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { isReleased } from './released-indicator.ts';

const params = Type.Object({ id: Type.Integer({ minimum: 1, description: 'Number of a release.' }) });

const archiveReply = Type.Unsafe<Readable>(
  Type.String({
    contentMediaType: 'application/zip',
    description:
      'Zip: every published figure of the release as CSV, a file for each indicator, what is measured, the areas, and metadata beside each file.',
  }),
);

/** Figures are read, and written, about so many at a time: the memory an archive takes does not grow with the release. */
const FIGURES_AT_ONCE = 1000;

/** An archive costs as much as thousands of replies: nobody's asking for many of them may keep the site from others. */
const MOST_AT_ONCE = 2;

export function archiveRoutes(app: TypedInstance, context: RouteContext): void {
  const { releases } = context;
  let underWay = 0;
  app.get(
    '/releases/:id/archive.zip',
    {
      schema: {
        summary: 'A whole release as one archive',
        params,
        response: { 200: archiveReply, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params as Static<typeof params>;
      if (!(await releases.all()).some((release) => release.id === id))
        throw new ProblemError('not-found', `There is no release ${id}.`, { field: 'id' });
      const snapshot = await releases.snapshot(id);
      if (underWay >= MOST_AT_ONCE)
        throw new ProblemError(
          'unavailable',
          `${MOST_AT_ONCE} archives are being sent; try again in a minute.`,
        );
      reply.type('application/zip').header('content-disposition', `attachment; filename="release-${id}.zip"`);
      const address = app.publicUrl + request.url;
      if (request.method === 'HEAD') return reply.send(Readable.from([]));
      const archive = archiveOf(snapshot, context, address);
      underWay++;
      archive.once('close', () => underWay--);
      return reply.send(archive);
    },
  );
}

/** @param address where it is served. */
export function archiveOf(snapshot: Snapshot, { db }: Pick<RouteContext, 'db'>, address: string): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  // Whoever reads is told at once: an archive that breaks off is none.
  zip.on('error', (error: Error) => out.destroy(error));
  // Where the reader has gone, nobody is left to be told.
  out.on('error', () => out.destroy());
  zip.outputStream.pipe(out);
  const { release, asOf } = snapshot;
  // The day of the release, so that the same release gives the same bytes.
  const options = { mtime: new Date(`${asOf}T00:00:00`) };
  const describe = (name: string, table: FileTable) => {
    const metadata = csvwOf(table, { file: name.slice(name.lastIndexOf('/') + 1), question: address });
    zip.addBuffer(Buffer.from(JSON.stringify(metadata, null, 2)), `${name}-metadata.json`, options);
  };
  const add = (name: string, table: FileTable) => {
    zip.addBuffer(Buffer.from(csvOf(table)), name, options);
    describe(name, table);
  };
  const indicators = snapshot.catalogue.indicators.filter((one) => isReleased(one, snapshot));
  zip.addBuffer(Buffer.from(readmeOf(release, address)), 'README.txt', options);
  add('indicators.csv', definitionsTable(indicators, snapshot));
  add('areas.csv', areasTable(snapshot));
  for (const indicator of indicators) {
    const name = `figures/${indicator.id}.csv`;
    const series = snapshot.seriesOf(indicator.id);
    const none = figuresTable(indicator, series, [], snapshot);
    describe(name, none);
    zip.addReadStreamLazy(name, options, (opened) => {
      const figures = Readable.from(figuresIn(indicator, series, none), { objectMode: false });
      figures.on('error', (error) => out.destroy(error));
      opened(null, figures);
    });
  }
  zip.end();
  return out;

  async function* figuresIn(indicator: Indicator, series: readonly SeriesWithCoverage[], none: FileTable) {
    yield csvHeaderOf(none);
    for (const some of batchesOf(series)) {
      const rows = await estimatesOfSeries(
        db,
        some.map(({ id }) => id),
      );
      yield csvRowsOf(figuresTable(indicator, some, rows, snapshot));
    }
  }
}

/** Series that together cover about as many figures as are held at once. */
function* batchesOf(series: readonly SeriesWithCoverage[]): Generator<SeriesWithCoverage[]> {
  let batch: SeriesWithCoverage[] = [];
  let figures = 0;
  for (const one of series) {
    batch.push(one);
    figures += one.coverage.reduce((sum, { areas }) => sum + areas, 0);
    if (figures < FIGURES_AT_ONCE) continue;
    yield batch;
    [batch, figures] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

const readmeOf = (release: number, address: string) => `Release ${release}, whole.
From ${address}

indicators.csv   what is measured, from what, under which licence
areas.csv        where
figures/         every published figure, a file for each indicator

Beside each file stands what its columns hold (CSV on the Web): the same name with -metadata.json after it.
Figures that are withheld, missing or withdrawn are empty cells; the column Status says which they are. Pages and spreadsheets mark
them: ${MARKS_IN_WORDS}.
`;
