/** The style sheets of a page, so that they come with its document and nothing moves when its script arrives. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

/** Read once, with the document it belongs to: a later build beside a running server has other files. */
export function readManifest(webFolder: string): Manifest {
  const file = join(webFolder, '.vite', 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

/**
 * @param sources of the page, such as `features/map/map-page.tsx`.
 * @returns files below the build, those of parts a page may draw later among them; without those every page has.
 * @throws Error where the build knows no such source.
 */
export function stylesOf(manifest: Manifest, sources: readonly string[]): string[] {
  const seen = new Set<string>();
  const styles = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined)
      throw new Error(`the build has no ${key}: its manifest and the pages do not agree`);
    if (seen.has(key) || chunk.isEntry) return;
    seen.add(key);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next);
    for (const file of chunk.css ?? []) styles.add(file);
  };
  for (const source of sources) visit(source);
  return [...styles];
}
