/** What protecting takes, for tests: a town of wards in neighbourhoods, and nothing else but what is given. */
import type { ProtectInput } from './protected-table.ts';

export const protectInput = (
  neighbourhoods: Readonly<Record<string, string>>,
  more: Pick<ProtectInput, 'indicators' | 'rows'> & Partial<ProtectInput>,
): ProtectInput => ({
  tables: [],
  doses: [],
  geography: {
    areas: [],
    links: Object.entries(neighbourhoods).map(([ward, neighbourhood]) => ({
      from_type: 'ward',
      from_edition: '2025',
      from_code: ward,
      to_type: 'neighbourhood',
      to_edition: 'illustrative',
      to_code: neighbourhood,
      weight: null,
    })),
  },
  place: { type: 'borough', code: 'Town' },
  earlier: [],
  log: () => {},
  ...more,
});
