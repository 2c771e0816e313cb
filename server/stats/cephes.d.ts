/** The part of the package `cephes` used here (its own types are not reachable under Node's module resolution). */
declare module 'cephes' {
  /** Settles once the WebAssembly is ready; already settled on Node. */
  export const compiled: Promise<void>;
  /** Standard normal distribution function. */
  export function ndtr(x: number): number;
  /** Inverse of `ndtr`. */
  export function ndtri(p: number): number;
  /** Regularised lower incomplete gamma integral. */
  export function igam(a: number, x: number): number;
  /** Regularised upper incomplete gamma integral. */
  export function igamc(a: number, x: number): number;
  /** Inverse of `igamc` in its second argument. */
  export function igami(a: number, p: number): number;
  /** Regularised incomplete beta integral. */
  export function incbet(a: number, b: number, x: number): number;
  /** Inverse of `incbet` in its third argument. */
  export function incbi(a: number, b: number, p: number): number;
}
