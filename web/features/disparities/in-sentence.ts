/** A label as it stands within a sentence: "everyone else", but "White". */
export const inSentence = (label: string) =>
  /^(Everyone|Other residents|Most|Second|Middle|Least)/.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
