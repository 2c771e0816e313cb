/** A question the figures cannot answer, with the reason; another choice of stratum would not help. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
