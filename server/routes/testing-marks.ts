/** What stands on pages and in spreadsheets in place of a figure, by its reason: written out here, from the design alone. */
const marks: Readonly<Record<string, readonly [label: string, mark: string]>> = {
  'small-counts': ['Withheld', '[c]'],
  'part-withheld': ['Withheld', '[c]'],
  'fewer-than-eight': ['Fewer than 8', 'fewer than 8'],
  'not-collected': ['Not collected', '[x]'],
  'not-available': ['Missing', '[x]'],
  'nobody-to-count': ['Nobody to count', '[z]'],
};

type Figure = { readonly status: string; readonly reason?: string };

function marked({ status, reason }: Figure): readonly [label: string, mark: string] {
  const found = marks[reason ?? ''];
  if (found === undefined) throw new Error(`a figure that is ${status} because of "${reason}"`);
  return found;
}

/** The words on a page, of a figure that is not shown. */
export const labelOfMark = (figure: Figure): string => marked(figure)[0];
