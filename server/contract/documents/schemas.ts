/** The layout of every kind of document, and the reply that carries it. */
import { type Static, type TSchema, Type } from 'typebox';
import { releaseNumber } from '../described.ts';
import { type DocumentKind, documentKinds } from '../dimensions.ts';
import { idsOf } from '../literals.ts';
import { aboutThisSite } from './about-this-site.ts';
import { commitments } from './commitments.ts';
import { decisions } from './decisions.ts';
import { events } from './events.ts';
import { haveYourSay } from './have-your-say.ts';
import { plan } from './plan.ts';
import { targets } from './targets.ts';
import { vaccinationFacts } from './vaccination-facts.ts';

export const documentSchemas = {
  commitments,
  targets,
  decisions,
  events,
  plan,
  'have-your-say': haveYourSay,
  'vaccination-facts': vaccinationFacts,
  'about-this-site': aboutThisSite,
} as const satisfies Readonly<Record<DocumentKind, TSchema>>;

export type DocumentOf<Kind extends DocumentKind> = Static<(typeof documentSchemas)[Kind]>;
/** A document of any kind; its `kind` says which. */
export type AnyDocument = { [Kind in DocumentKind]: DocumentOf<Kind> }[DocumentKind];

export function documentReply<const Kind extends DocumentKind>(kind: Kind) {
  return Type.Object({
    release: releaseNumber,
    query: Type.Object({ kind: idsOf(documentKinds, 'The kind of document asked for.') }),
    document: documentSchemas[kind],
  });
}
export interface DocumentReply<Kind extends DocumentKind> {
  readonly release: number;
  readonly query: { readonly kind: DocumentKind };
  readonly document: DocumentOf<Kind>;
}
