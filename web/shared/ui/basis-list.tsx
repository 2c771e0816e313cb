import { bases } from '../../../server/contract/dimensions.ts';

/** What published, modelled and synthetic mean, from the contract's own words. */
export function BasisList() {
  return (
    <dl className="basis-list">
      {bases.map(({ id, label, meaning }) => (
        <div key={id}>
          <dt>
            <span className={`basis basis--${id}`}>{label}</span>
          </dt>
          <dd>{meaning.charAt(0).toUpperCase() + meaning.slice(1)}.</dd>
        </div>
      ))}
    </dl>
  );
}
