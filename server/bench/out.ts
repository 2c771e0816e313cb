/** Prints one line of a table. */
export type Out = (line: string) => void;
