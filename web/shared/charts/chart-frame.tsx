import './chart-frame.css';
import { type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { belowBase } from '../api/base-path.ts';
import { basesNamed, basesSentence } from '../words/bases-sentence.ts';
import { pictureName, pictureOf, saveAs } from './picture.ts';

export interface ChartFrameProps {
  /** Says what the picture shows. */
  readonly title: string;
  /** What is measured, about whom and when. */
  readonly measure: string;
  readonly source: ReactNode;
  /** Ids of the bases of the figures shown. */
  readonly basis: readonly string[];
  /** Switches, the table toggle among them. */
  readonly controls?: ReactNode;
  /** Downloads of the very figures shown; where there are some, the picture can be had too. */
  readonly downloads?: ReactNode;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** Every map and chart sits in one frame: what it shows, of whom, when, from where, and how sure we are. */
export function ChartFrame(props: ChartFrameProps) {
  const figure = useRef<HTMLElement>(null);
  const title = useId();
  const [picturing, setPicturing] = useState<'no' | 'yes' | 'failed'>('no');
  const takePicture = async () => {
    if (figure.current === null) return;
    // Buttons go and the address comes before it is taken.
    flushSync(() => setPicturing('yes'));
    try {
      saveAs(pictureName(props.title), await pictureOf(figure.current));
      setPicturing('no');
    } catch {
      setPicturing('failed');
    }
  };
  return (
    <figure
      ref={figure}
      className={picturing === 'yes' ? 'chart-frame chart-frame--picture' : 'chart-frame'}
      aria-busy={props.busy === true}
    >
      <div className="chart-frame__head">
        <div>
          <h2 id={title} className="chart-frame__title">
            {props.title}
          </h2>
          <p className="chart-frame__measure">{props.measure}</p>
        </div>
        {props.controls}
      </div>
      {props.children}
      <figcaption className="chart-frame__caption">
        <p>
          <strong>Basis:</strong>{' '}
          {picturing === 'yes' ? (
            basesSentence(props.basis)
          ) : (
            <>
              {basesNamed(props.basis)}.{' '}
              <a className="chart-frame__meaning" href={belowBase('/about/methods#what-a-figure-rests-on')}>
                What {props.basis.length > 1 ? 'these words mean' : 'this word means'}
              </a>
            </>
          )}
        </p>
        <p>
          <strong>Source:</strong> {props.source}
        </p>
        {picturing === 'yes' && <p className="chart-frame__address">{window.location.href}</p>}
        {props.downloads !== undefined && (
          <div className="downloads chart-frame__downloads">
            {props.downloads}
            <button
              type="button"
              className="quiet-button needs-script"
              aria-describedby={title}
              onClick={takePicture}
            >
              Download the picture (PNG)
            </button>
            {picturing === 'failed' && (
              <span role="alert">This browser could not make the picture. The CSV has every figure.</span>
            )}
          </div>
        )}
      </figcaption>
    </figure>
  );
}
