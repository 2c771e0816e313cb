/** The documents of the site: the build's own, to be filled by the browser, and those of pages that were drawn on the server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RenderedPage } from '../contract/rendered-page.ts';
import { type Manifest, readManifest, stylesOf } from './page-styles.ts';

interface Site {
  /** The path the site lies below; empty where it lies below none. */
  readonly base: string;
  /** Scheme and host readers know; addresses are complete only where they are configured. */
  readonly origin: string;
}

export class PageDocument {
  /** As built, with its addresses below the base, as they are for readers. */
  readonly empty: string;
  readonly #site: Site;
  readonly #manifest: Manifest;

  constructor(webFolder: string, site: Site) {
    this.#site = site;
    this.#manifest = readManifest(webFolder);
    this.empty = readFileSync(join(webFolder, 'index.html'), 'utf8')
      .replaceAll(/(href|src)="(?:\.\/|\/)/g, `$1="${site.base}/`)
      .replace('<meta name="base-path" content=""', `<meta name="base-path" content="${site.base}"`);
  }

  of(page: RenderedPage): string {
    const parts: readonly (readonly [RegExp, string])[] = [
      [/<title>.*?<\/title>/s, `<title>${escaped(page.title)}</title>`],
      [
        /<meta name="description"[^>]*>/,
        `<meta name="description" content="${escaped(page.description)}" />`,
      ],
      [/<\/head>/, `${this.#head(page)}</head>`],
      [/<noscript>.*?<\/noscript>/s, ''],
      [/<div id="root"><\/div>/, `<div id="root">${page.body}</div>${carried(page)}`],
    ];
    // What is put in may hold what a replacement would take for a sign of its own.
    return parts.reduce((text, [place, words]) => text.replace(place, () => words), this.empty);
  }

  #head({ address, parts, status, dataset, title, description }: RenderedPage): string {
    const { base, origin } = this.#site;
    const canonical = origin + address;
    return [
      ...stylesOf(this.#manifest, parts).map(
        (file) => `<link rel="stylesheet" crossorigin href="${base}/${file}">`,
      ),
      status === 200
        ? `<link rel="canonical" href="${escaped(canonical)}">${preview({ title, description, url: canonical })}`
        : '<meta name="robots" content="noindex">',
      dataset === undefined
        ? ''
        : `<script type="application/ld+json">${asData({ ...dataset, url: canonical })}</script>`,
    ].join('');
  }
}

/** What a link unfolds to where it is pasted (https://ogp.me). */
const preview = (said: Readonly<Record<string, string>>): string =>
  Object.entries({ type: 'website', ...said })
    .map(([name, text]) => `<meta property="og:${name}" content="${escaped(text)}">`)
    .join('');

const carried = ({ replies }: RenderedPage): string =>
  replies === undefined ? '' : `<script type="application/json" id="replies">${asData(replies)}</script>`;

/** JSON that cannot end the element it stands in. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
