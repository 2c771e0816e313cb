/** May read the release schema and nothing else; belongs to the server, so several databases on it share it. */
export const READER_ROLE = 'release_reader';
