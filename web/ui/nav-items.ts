import type { LinkProps } from '@tanstack/react-router';

/** The pages in the header, in order. A new page is one line here and one route in router.tsx. */
export const navItems: readonly { readonly to: NonNullable<LinkProps['to']>; readonly label: string }[] = [
  { to: '/', label: 'Home' },
  { to: '/board', label: 'Board' },
  { to: '/disparities', label: 'Disparities' },
  { to: '/map', label: 'Map' },
  { to: '/vaccination', label: 'Vaccine uptake' },
  { to: '/indicators', label: 'Indicators' },
  { to: '/plan', label: 'Plan' },
  { to: '/vaccination-facts', label: 'Vaccine facts' },
  { to: '/data', label: 'Data' },
];
