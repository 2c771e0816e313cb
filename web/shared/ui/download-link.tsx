import { belowBase } from '../api/base-path.ts';

/** A file made of the very figures shown. */
export const DownloadLink = ({ href, text }: { href: string; text: string }) => (
  <a className="quiet-button download" href={belowBase(href)} download="">
    {text}
  </a>
);
