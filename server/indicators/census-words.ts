/** What the Census does to its own tables, said beside figures that stand twice on the site and differ by it. */
export const TABLES_DIFFER =
  'The Census moves the counts of each table by small amounts to protect people, so other tables of the same residents, as by age or by disability, come to a few more or fewer.';
