import { verdicts } from '../../../server/contract/dimensions.ts';
import { colours } from '../ui/colours.ts';
import { verdictLooks } from '../ui/verdict-looks.ts';

const SIDE = 44;

/** The marks of the verdicts as round badges, drawn once, for the map to place. */
export function markImages(): [name: string, image: ImageData][] {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
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
