/** Words kept as data: one JSON file for a document, in the layout of its kind (server/contract/documents/README.md). */
import type { AnyDocument } from '../../contract/documents/schemas.ts';
import { faultsOf } from '../document-layout.ts';
import { wrongReferencesOf } from '../document-references.ts';
import type { Source } from '../source.ts';
import { readText } from '../source-file.ts';

export const documents: Source = {
  id: 'documents',
  title: 'words kept as data: plan, targets, commitments, decisions, events, have your say, facts (JSON)',
  async *read(file, context) {
    const before = context.problems.count;
    const pieces = await Array.fromAsync(readText(file, 'a document (JSON)', context.problems));
    if (context.problems.count > before) return;
    let body: unknown;
    try {
      body = JSON.parse(pieces.join('').replace(/^\ufeff/, ''));
    } catch (error) {
      context.problems.add({ file: file.name, expected: `expected JSON; ${(error as Error).message}` });
      return;
    }
    context.tally.read++;
    // References are only worth following in a document that is laid out as it should be.
    const faults = faultsOf(body);
    const wrong = faults.length > 0 ? faults : wrongReferencesOf(body, context);
    for (const fault of wrong) context.problems.add({ file: file.name, ...fault });
    if (wrong.length === 0) yield { kind: 'document', body: body as AnyDocument };
  },
};
