/**
 * Lets requests that ask the same thing at the same moment share one answer: after a new release everybody
 * asks for the same few maps before any reply is in memory, and the database should be asked once.
 */
export class SharedAnswers {
  readonly #underWay = new Map<string, Promise<unknown>>();

  async of<T>(question: string, answer: () => Promise<T>): Promise<T> {
    const known = this.#underWay.get(question);
    if (known !== undefined) return known as Promise<T>;
    const made = answer().finally(() => this.#underWay.delete(question));
    this.#underWay.set(question, made);
    return made;
  }
}
