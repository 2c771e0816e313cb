import { useState } from 'react';

/** Copies a link to an address of ours; where the browser forbids that, shows it to be copied by hand. */
export function CopyLink({ address }: { address: string }) {
  const [outcome, setOutcome] = useState<{ address: string; url: string; copied: boolean }>();
  const current = outcome?.address === address ? outcome : undefined;
  const copy = async () => {
    const url = new URL(address, window.location.origin).href;
    const copied = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    );
    setOutcome({ address, url, copied });
  };
  return (
    <span className="copy-link">
      <button type="button" className="quiet-button needs-script" onClick={copy}>
        Copy link
      </button>
      <span role="status">{current?.copied && 'Link copied'}</span>
      {current?.copied === false && (
        <input
          aria-label="Link to this view"
          readOnly
          value={current.url}
          onFocus={(event) => event.target.select()}
        />
      )}
    </span>
  );
}
