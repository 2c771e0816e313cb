import './protection-page.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countWords } from '../../../server/contract/phrases.ts';
import { PROTECT, RELIABLE_ROUNDED_COUNT } from '../../../server/contract/policies.ts';
import { rangeOf } from '../../../server/contract/protection-words.ts';
import { dataQueryOptions } from '../../shared/api/queries.ts';
import { usePageTitle } from '../../shared/ui/place.ts';
import { example, exampleTotal, exampleWitness } from './example.ts';
import { ExampleTable } from './example-table.tsx';
import { Rules, Unprotected } from './rules.tsx';

/** For anyone: what is hidden, why, how much that costs, and what it cannot do. */
export function ProtectionPage() {
  usePageTitle('How we protect people');
  return (
    <article className="protection">
      <div className="intro">
        <h1>How we protect people</h1>
        <p>
          Some figures here are counts of people from records, by ward, ethnic group and age. Nobody may be
          able to learn from them whether one of a few people was vaccinated, checked or ill: not from one
          figure, and not by adding and subtracting everything we publish.
        </p>
      </div>
      <RulesSection />
      <WorkedExample />
      <Proof />
      <NotProtected />
      <Cost />
    </article>
  );
}

function RulesSection() {
  const { lowest, highest } = rangeOf(2 * PROTECT.roundedTo);
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">The rules</h2>
      <Rules />
      <p>
        A count that is not shown reads “withheld”, which is neither “none” nor “not collected”. A shown{' '}
        {2 * PROTECT.roundedTo} stands for {lowest} to {highest} people. The exact counts are not in the part
        of the database that this site reads. Where a proof fails, we withhold as few further figures as we
        can, and prove again.
      </p>
      <p>
        Withholding and rounding are NHS practice; the proof is ours. Figures that an official source has
        already published are shown as that source shows them; the <Link to="/data">Data page</Link> says
        which rule each dataset follows and how many of its figures are withheld.
      </p>
    </section>
  );
}

function WorkedExample() {
  const { lowest, highest } = rangeOf(exampleTotal.published ?? 0);
  const [first, ...others] = example;
  const least = rangeOf(first?.byRule ?? 0).lowest;
  return (
    <section aria-labelledby="example">
      <h2 id="example">Why rounding and hiding are not enough</h2>
      <ExampleTable />
      <p>
        With the first two rules alone, a reader can reason: Ash has at least {least}, all five wards together
        at most {highest}, so the other {countWords(others.length)} share at most {highest - least}. Each was
        withheld for being small, so each has at least 1. So each has exactly 1. Four people are found out,
        although nothing about them was shown.
      </p>
      <p>
        So Ash is withheld too. Now the total, {lowest} to {highest}, could also be made of{' '}
        {Object.values(exampleWitness).join(', ')}: nobody can say that Birch has one, or even fewer than{' '}
        {countWords(PROTECT.notBelow)}. Ash could then be small too: that it is not, nobody is told.
      </p>
    </section>
  );
}

function Proof() {
  return (
    <section aria-labelledby="proof">
      <h2 id="proof">What “proved” means</h2>
      <p>
        We think of somebody who knows these rules, knows which counts are withheld for being small, and adds
        and subtracts everything that is public: all wards, neighbourhoods and the whole place, all ethnic
        groups and ages, those with and without, every date and dose, every earlier release that was public,
        and the official totals of small areas. For each small count we find another table of whole numbers
        that agrees with all of it, in which that count is a different one; in the true table or in the other
        it is {countWords(PROTECT.notBelow)} or more. While such a table exists, nobody can tell the count, or
        that it is below {countWords(PROTECT.notBelow)}.
      </p>
      <p>
        In a few places this cannot be done for a reader who is told of every small count that it is small:
        five small wards in a small neighbourhood cannot all be {countWords(PROTECT.notBelow)}. There we keep
        even that to ourselves. Which rule withholds a figure is never published.
      </p>
      <p>
        Anyone can check us: the project contains the attack as a program, which uses nothing but this public
        site, and the protection as another, which takes any table.
      </p>
    </section>
  );
}

function NotProtected() {
  const { data } = useQuery(dataQueryOptions({}));
  return (
    <section aria-labelledby="not-protected">
      <h2 id="not-protected">What is not protected</h2>
      <Unprotected told={data?.datasets.flatMap(({ toldElsewhere }) => toldElsewhere) ?? []} />
      <p>
        “0 of 40 vaccinated” says of each of the 40 that they were not. We follow NHS practice in showing it,
        since services must be able to see where nobody has been reached; a zero is withheld only where it
        would give a small count away.
      </p>
    </section>
  );
}

function Cost() {
  return (
    <section aria-labelledby="cost">
      <h2 id="cost">What it costs</h2>
      <p>
        Percentages from rounded counts are off. Measured on the figures made for demonstration, against those
        from exact counts: in groups of fewer than 50 people half of them by less than 4 points and the worst
        by 20; of 50 to 99 people, at most 7; of 100 to 499, at most 3; of 2,000 and more, at most 0.2. Where
        a count is below {RELIABLE_ROUNDED_COUNT}, the interval is marked “wider in truth: counts are
        rounded”. A verdict of better or worse is given only if it holds for every count that rounds to the
        one shown.
      </p>
    </section>
  );
}
