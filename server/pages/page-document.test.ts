import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RenderedPage } from '../contract/rendered-page.ts';
import { PageDocument } from './page-document.ts';
import { readManifest, stylesOf } from './page-styles.ts';

function build(manifest: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html><head><meta name="base-path" content="" />
<meta name="description" content="Of the build." /><title>Of the build</title>
<script type="module" src="./assets/index.js"></script></head>
<body><div id="root"></div><noscript>None</noscript></body></html>`,
  );
  return folder;
}

const webFolder = build({
  'index.html': { isEntry: true, css: ['assets/index.css'], dynamicImports: ['_map.js'] },
  '_map.js': {
    name: 'map',
    imports: ['index.html', '_shared.js'],
    dynamicImports: ['lazy.tsx'],
    css: ['assets/map.css'],
  },
  '_shared.js': { css: ['assets/shared.css'] },
  'lazy.tsx': { imports: ['_map.js'], css: ['assets/lazy.css'] },
});
const page: RenderedPage = {
  status: 200,
  title: 'Under & "over"',
  description: '<5',
  address: '/health/map?a=1&b=2',
  body: "<h1>$& and $'</h1>",
  replies: [{ key: ['/a'], data: '</script><script>alert(1)</script>' }],
  parts: ['map'],
};
const document = new PageDocument(webFolder, { base: '/health', origin: 'https://www.example.org' });

test('a page stands in the document with its words, its style sheets and its address', () => {
  const html = document.of(page);
  expect(html).toContain('<title>Under &amp; &quot;over&quot;</title>');
  expect(html).toContain('<meta name="description" content="&lt;5" />');
  expect(html).toContain('<link rel="canonical" href="https://www.example.org/health/map?a=1&amp;b=2">');
  expect(html).toContain(`<div id="root"><h1>$& and $'</h1></div>`);
  expect(html).toContain('src="/health/assets/index.js"');
  expect(html).not.toContain('<noscript>');
});

test('a link to a page unfolds with its title and its sentence; one to a page that is none does not', () => {
  const html = document.of(page);
  expect(html).toContain('<meta property="og:title" content="Under &amp; &quot;over&quot;">');
  expect(html).toContain('<meta property="og:description" content="&lt;5">');
  expect(html).toContain('<meta property="og:url" content="https://www.example.org/health/map?a=1&amp;b=2">');
  expect(document.of({ ...page, status: 404 })).not.toContain('og:');
});

test('no reply can end the element it is carried in', () => {
  const [, carried = ''] =
    /<script type="application\/json" id="replies">(.*?)<\/script>/.exec(document.of(page)) ?? [];
  expect(JSON.parse(carried)).toEqual(page.replies);
});

test('a page that may be better the next time carries nothing, and one that is none is not collected', () => {
  const { replies: _, ...rest } = page;
  const html = document.of({ ...rest, status: 503 });
  expect(html).not.toContain('id="replies"');
  expect(html).not.toContain('rel="canonical"');
  expect(html).toContain('<meta name="robots" content="noindex">');
});

test('the figures of a page are described where it is known by', () => {
  const html = document.of({ ...page, dataset: { '@type': 'Dataset', name: 'A <b>' } });
  const [, said = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(said)).toEqual({
    '@type': 'Dataset',
    name: 'A <b>',
    url: 'https://www.example.org/health/map?a=1&b=2',
  });
});

test('style sheets are those of the page and of its parts, not those of every page', () => {
  const manifest = readManifest(webFolder);
  expect(stylesOf(manifest, ['map']).sort()).toEqual([
    'assets/lazy.css',
    'assets/map.css',
    'assets/shared.css',
  ]);
  expect(() => stylesOf(manifest, ['none'])).toThrow('the build has no none');
});
