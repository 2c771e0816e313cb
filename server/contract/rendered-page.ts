/** What the server and the drawing of pages say to each other: a page as the web client draws it, before it is a document. */

/** A page is wanted. */
export interface PageAsked {
  /** Path and search as the server knows them, without the path the site lies below. */
  readonly url: string;
  /** The path readers know before each address; empty where the site is all of its host. */
  readonly base: string;
  /** Answers a question of the API, as it would be answered to the reader. */
  readonly ask: (url: string) => Promise<Response>;
}

export interface RenderedPage {
  readonly status: number;
  readonly title: string;
  readonly description: string;
  /** Path and search as the page writes them: the address the page is known by. */
  readonly address: string;
  /** What stands in the root of the document, as HTML. */
  readonly body: string;
  /** The replies the page was drawn from; none where the browser has to ask by itself. */
  readonly replies?: readonly CarriedReply[];
  /** The parts of the client the page is made of, by their names in the manifest of the build. */
  readonly parts: readonly string[];
  /** The figures of the page as a `Dataset` of schema.org. */
  readonly dataset?: Readonly<Record<string, unknown>>;
}

/** An answer the page carries along: a reply, or the problem that was answered instead. */
export type CarriedReply = { readonly key: readonly unknown[] } & (
  | { readonly data: unknown }
  | { readonly problem: unknown }
);

export type RenderPage = (asked: PageAsked) => Promise<RenderedPage>;
