/** What stands on every page of an installation that has published nothing: what to load, in order, with commands to copy. */
const steps: readonly { readonly title: string; readonly text: string; readonly command?: string }[] = [
  {
    title: 'Name the place',
    text: 'Write its code, its name and the areas it lies in to a file (server/place.json is an example), name that file in PLACE_FILE, and start again.',
    command: 'PLACE_FILE=place.json npm start',
  },
  {
    title: 'Collect the files',
    text: 'Into one folder, as they are downloaded: outlines and lookups of areas first (ONS Open Geography portal), then residents by age and ethnic group (Census 2021), then whatever figures you have. Subfolders are fine.',
  },
  {
    title: 'Load and publish them',
    text: 'Each file is read by the source it fits. What is refused is named, with the reason; what no file brought is listed. Run it again whenever there are more files.',
    command: 'PLACE_FILE=place.json npm run setup -- <folder>',
  },
  {
    title: 'Look again',
    text: 'This page gives way to the figures within seconds of their being published. To see the product at work first, load the demonstration into an empty database of its own.',
    command: 'npm run demo',
  },
];

export function GettingStarted() {
  return (
    <>
      <h1 className="nhsuk-heading-l">Nothing is published here yet</h1>
      <p>This installation runs, and has no figures. Whoever looks after it can change that in four steps.</p>
      <ol>
        {steps.map(({ title, text, command }) => (
          <li key={title}>
            <h2 className="nhsuk-heading-s">{title}</h2>
            <p>{text}</p>
            {command !== undefined && (
              <pre className="command">
                <code>{command}</code>
              </pre>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
