const parts = [
  { id: 'map', text: 'On the map' },
  { id: 'ages', text: 'By age' },
  { id: 'childhood', text: 'Childhood vaccines' },
  { id: 'other', text: 'Care homes and flu' },
  { id: 'over-time', text: 'Over time' },
  { id: 'reach', text: 'Who was not reached' },
  { id: 'completion', text: 'Completion and weeks behind' },
  { id: 'populations', text: 'Two populations' },
] as const;

export type PagePart = (typeof parts)[number]['id'];

/** Ways to the parts of a long page; those without figures for this question are left out. */
export const Contents = ({ held }: { held: readonly PagePart[] }) => (
  <nav aria-label="On this page" className="uptake__contents">
    <ul>
      {parts
        .filter(({ id }) => held.includes(id))
        .map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
    </ul>
  </nav>
);
