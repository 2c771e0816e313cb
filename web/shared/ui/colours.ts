/**
 * Every colour of charts and maps: the palette of the Analysis Function, whose colours are told apart by those who see few of them,
 * and the greys between. Those that style sheets use too stand in `styles.css` under the same name; `colours.test.ts` holds the two together.
 */
export const colours = {
  ink: '#212b32',
  brand: '#12436d',
  focus: '#ffeb3b',
  paper: '#ffffff',
  wash: '#f0f4f5',
  line: '#d8dde0',
  pebble: '#c9d1d6',
  grey: '#768692',
  slate: '#425563',
  orange: '#f46a25',
  turquoise: '#28a197',
  pink: '#801650',
  purple: '#a285d1',
  blue: '#5b93c3',
  neighbour: '#8ea9bf',
} as const;

/** Lines that lie over one another: a little lighter or darker than the palette, so that each stands out from its neighbours. */
export const lineColours = {
  blue: '#3f7fb5',
  purple: '#8a6fc0',
  unchosen: '#aeb7bd',
  area: '#6fa4d2',
} as const;

/** One hue from pale to the dark blue of the palette, by how many classes there are: darker always means more of what is measured. */
export const ramps: Readonly<Record<number, readonly string[]>> = {
  1: ['#5b93c3'],
  2: ['#b9d3ea', '#2f6ea5'],
  3: ['#d3e4f3', '#6ea3cf', '#12436d'],
  4: ['#d9e8f5', '#93bcdf', '#4583b8', '#12436d'],
  5: ['#dfecf7', '#acccea', '#6fa4d2', '#36709f', '#0f3557'],
};

/** From pale to dark, away from no gap: the hues of worse and better, or two that mean neither. */
export const gapRamps = {
  worse: ['#fbd3bd', '#f79a6b', '#e0561a', '#9c3a0e', '#5f2207'],
  better: ['#bfe5e1', '#6fc3bc', '#28a197', '#176b64', '#0b423e'],
  above: ['#d3e4f3', '#93bcdf', '#4583b8', '#215a8c', '#12436d'],
  below: ['#e3d7f2', '#c5ade2', '#a285d1', '#7553ad', '#4a2f7a'],
} as const;
