/** The style sheets of a page, so that they come with its document and nothing moves when its script arrives. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  readonly name?: string;
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
 * @param parts of the client the page is made of, such as `map`.
 * @returns files below the build, those of parts a page may draw later among them; without those every page has.
 * @throws Error where the build knows no such part.
 */
export function stylesOf(manifest: Manifest, parts: readonly string[]): string[] {
  const seen = new Set<string>();
  const styles = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key) || chunk.isEntry) return;
    seen.add(key);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next);
    for (const file of chunk.css ?? []) styles.add(file);
  };
  for (const part of parts) {
    const [key] = Object.entries(manifest).find(([, { name }]) => name === part) ?? [];
    if (key === undefined)
      throw new Error(`the build has no ${part}: its manifest and the pages do not agree`);
    visit(key);
  }
  return [...styles];
}
