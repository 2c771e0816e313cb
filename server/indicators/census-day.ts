/** What a figure of "2021" from the Census is of: its day, not the year's end. */
export const censusDay: Readonly<Record<string, string>> = { '2021': '2021-03-21' };
