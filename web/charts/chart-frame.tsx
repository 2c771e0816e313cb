import './chart-frame.css';
import type { ReactNode } from 'react';

export interface ChartFrameProps {
  /** Says what the picture shows. */
  readonly title: string;
  /** What is measured, about whom and when. */
  readonly measure: string;
  readonly source: ReactNode;
  readonly basis: string;
  /** Switches, the table toggle among them. */
  readonly controls?: ReactNode;
  /** Downloads of the very figures shown. */
  readonly downloads?: ReactNode;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** Every map and chart sits in one frame: what it shows, of whom, when, from where, and how sure we are. */
export function ChartFrame(props: ChartFrameProps) {
  return (
    <figure className="chart-frame" aria-busy={props.busy === true}>
      <div className="chart-frame__head">
        <div>
          <h2 className="chart-frame__title">{props.title}</h2>
          <p className="chart-frame__measure">{props.measure}</p>
        </div>
        {props.controls}
      </div>
      {props.children}
      <figcaption className="chart-frame__caption">
        <p>
          <strong>Basis:</strong> {props.basis}
        </p>
        <p>
          <strong>Source:</strong> {props.source}
        </p>
        {props.downloads}
      </figcaption>
    </figure>
  );
}
