/** What stands in files and on pages in place of a figure, by its reason: written out here, from the design alone. */
const marks: Readonly<Record<string, readonly [label: string, mark: string]>> = {
  'small-counts': ['Withheld', '[c]'],
  'part-withheld': ['Withheld', '[c]'],
  'fewer-than-eight': ['Fewer than 8', 'fewer than 8'],
  'not-collected': ['Not collected', '[x]'],
  'not-available': ['Missing', '[x]'],
  'nobody-to-count': ['Nobody to count', '[z]'],
};

type Figure = { readonly status: string; readonly reason?: string };

/** The words on a page and the mark in a file; nothing of a figure that is shown. */
export function markedAs({ status, reason }: Figure): readonly [label: string, mark: string] {
  if (status === 'shown') return ['', ''];
  const found = marks[reason ?? ''];
  if (found === undefined) throw new Error(`a figure that is ${status} because of "${reason}"`);
  return found;
}
