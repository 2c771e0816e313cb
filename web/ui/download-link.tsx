/** A file made of the very figures shown. */
export const DownloadLink = ({ href, text }: { href: string; text: string }) => (
  <a className="quiet-button download" href={href} download="">
    {text}
  </a>
);
