/** A figure as a picture. */
import { colours } from '../ui/colours.ts';

const SHARPNESS = 2;
/** White around it, in pixels of the page. */
const MARGIN = 24;

/** The figure as it stands: what it shows, its marks, its basis and its source. */
export async function pictureOf(figure: HTMLElement): Promise<Blob> {
  const { domToBlob } = await import('modern-screenshot');
  const { width, height } = figure.getBoundingClientRect();
  const size = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  return domToBlob(figure, {
    ...size,
    style: {
      boxSizing: 'border-box',
      width: `${size.width}px`,
      height: `${size.height}px`,
      margin: '0',
      padding: `${MARGIN}px`,
      border: '0',
    },
    scale: SHARPNESS,
    backgroundColor: colours.paper,
    font: false,
  });
}

/** "Second dose: by ward, 15 July 2021" is `second-dose-by-ward-15-july-2021.png`. */
export const pictureName = (title: string): string =>
  `${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.png`;

export function saveAs(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser takes the file after the click, not with it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
