import type { LinkProps } from '@tanstack/react-router';
import type { PlaceReply } from '../../../server/contract/place-reply.ts';

interface NavItem {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  /** Whether it has the switch that leaves out synthetic figures: links from one such page to another keep it. */
  readonly hasSwitch?: true;
  /** Whether the release has something to show there; always where it is left out. */
  isHeld?(held: PlaceReply): boolean;
}

/** The pages in the header, in order. A new page is one line here and one route in figure-routes.tsx or word-routes.tsx. */
export const navItems: readonly NavItem[] = [
  { to: '/', label: 'Home' },
  { to: '/board', label: 'Board', hasSwitch: true },
  { to: '/disparities', label: 'Disparities', hasSwitch: true },
  { to: '/map', label: 'Map' },
  { to: '/vaccination', label: 'Vaccine uptake', isHeld: (held) => held.covid19Vaccination },
  { to: '/indicators', label: 'Indicators', hasSwitch: true },
  { to: '/plan', label: 'Plan', isHeld: ({ documents }) => documents.includes('plan') },
  {
    to: '/vaccination-facts',
    label: 'Vaccine facts',
    isHeld: ({ documents }) => documents.includes('vaccination-facts'),
  },
  { to: '/data', label: 'Data' },
];

/** Whether a page has something to show; taken for granted until that is known. */
export const hasSomething = (page: NavItem['to'], held: PlaceReply | undefined): boolean =>
  held === undefined || (navItems.find(({ to }) => to === page)?.isHeld?.(held) ?? true);

export const navItemsFor = (held: PlaceReply | undefined): readonly NavItem[] =>
  navItems.filter(({ to }) => hasSomething(to, held));
