/** What MapLibre places on areas, drawn once: it has no letters of its own. */
import { verdicts } from '../../../server/contract/dimensions.ts';
import { colours } from '../ui/colours.ts';
import { verdictLooks } from '../ui/verdict-looks.ts';
import { linesOf } from './place-names.ts';

type MapImage = [name: string, image: ImageData];

const SIDE = 44;
/** Twice as large as on the screen, which may have two dots to a pixel. */
const LETTER = 24;
const HALO = 6;

function penOn(width: number, height: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d', { willReadFrequently: true });
}

/** The marks of the verdicts as round badges. */
export function markImages(): MapImage[] {
  const pen = penOn(SIDE, SIDE);
  if (pen === null) return [];
  return verdicts.map(({ id }) => {
    pen.clearRect(0, 0, SIDE, SIDE);
    pen.fillStyle = colours.paper;
    pen.beginPath();
    pen.arc(SIDE / 2, SIDE / 2, SIDE / 2 - 2, 0, 2 * Math.PI);
    pen.fill();
    pen.fillStyle = colours.ink;
    pen.font = `bold ${SIDE * 0.62}px Arial, sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(verdictLooks[id].mark, SIDE / 2, SIDE / 2 + 2);
    return [id, pen.getImageData(0, 0, SIDE, SIDE)];
  });
}

/** The name of an area in ink with white around it, in two lines where it has more than one word. */
export function nameImage(name: string): ImageData | undefined {
  const lines = linesOf(name)[1] ?? [name];
  const font = `${LETTER}px Arial, sans-serif`;
  const ruler = penOn(1, 1);
  if (ruler === null) return undefined;
  ruler.font = font;
  const width = Math.ceil(Math.max(...lines.map((line) => ruler.measureText(line).width))) + 2 * HALO;
  const height = Math.ceil(lines.length * LETTER * 1.1) + 2 * HALO;
  const pen = penOn(width, height);
  if (pen === null) return undefined;
  Object.assign(pen, {
    font,
    textAlign: 'center',
    textBaseline: 'middle',
    lineJoin: 'round',
    lineWidth: HALO,
  });
  pen.strokeStyle = colours.paper;
  pen.fillStyle = colours.ink;
  for (const [at, line] of lines.entries()) {
    const y = HALO + (at + 0.5) * LETTER * 1.1;
    pen.strokeText(line, width / 2, y);
    pen.fillText(line, width / 2, y);
  }
  return pen.getImageData(0, 0, width, height);
}
