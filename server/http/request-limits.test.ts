import { expect, test } from 'vitest';
import { readerAt } from './request-limits.ts';

test.each([
  ['192.0.2.1', '192.0.2.1', 'an address'],
  ['192.0.2.1:50123', '192.0.2.1', 'with the port of one of its connections'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', 'of a house with a network of its own'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2', 'the same, with a port'],
  ['2001:db8::1', '2001:db8:0:0', 'with zeros left out'],
  ['::1', '0:0:0:0', 'of this machine'],
  ['unknown', 'unknown', 'that is none'],
])('%s counts as %s: %s', (address, reader) => {
  expect(readerAt(address)).toBe(reader);
});
