import { useState } from 'react';

/** Copies a link; where the browser forbids that, shows it to be copied by hand. */
export function CopyLink({ url }: { url: string }) {
  const [outcome, setOutcome] = useState<{ url: string; copied: boolean }>();
  const current = outcome?.url === url ? outcome : undefined;
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    );
    setOutcome({ url, copied });
  };
  return (
    <span className="copy-link">
      <button type="button" className="quiet-button" onClick={copy}>
        Copy link
      </button>
      <span role="status">{current?.copied && 'Link copied'}</span>
      {current?.copied === false && (
        <input
          aria-label="Link to this view"
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
        />
      )}
    </span>
  );
}
