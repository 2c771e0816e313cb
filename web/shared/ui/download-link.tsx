import { spreadsheetOf } from '../../../server/contract/paths.ts';
import { belowBase } from '../api/base-path.ts';

/** A file made of the very figures shown, and beside it the same as a spreadsheet. */
export const DownloadLink = ({ href, text }: { href: string; text: string }) => (
  <span className="download-pair">
    <a className="quiet-button download" href={belowBase(href)} download="">
      {text}
    </a>
    <a className="quiet-button download" href={belowBase(spreadsheetOf(href))} download="">
      <span className="nhsuk-u-visually-hidden">{text.replace(/ \(CSV\)$/, '')} as </span>XLSX
    </a>
  </span>
);
