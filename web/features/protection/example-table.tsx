import { type ExampleCell, example, exampleTotal } from './example.ts';

/** The worked example, step by step: what is known, what the rules alone would show, what is shown. */
export function ExampleTable() {
  return (
    <table className="protection__example">
      <caption className="nhsuk-u-visually-hidden">
        A made-up town: people of one ethnic group who were vaccinated, by ward
      </caption>
      <thead>
        <tr>
          <th scope="col">Ward of a made-up town</th>
          <th scope="col">In the records</th>
          <th scope="col">Rules 1 and 2 alone</th>
          <th scope="col">Published</th>
        </tr>
      </thead>
      <tbody>
        {[...example, exampleTotal].map((cell) => (
          <Row key={cell.name} cell={cell} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ cell }: { readonly cell: ExampleCell }) {
  return (
    <tr>
      <th scope="row">{cell.name}</th>
      <td>{cell.people}</td>
      <Shown count={cell.byRule} />
      <Shown count={cell.published} />
    </tr>
  );
}

function Shown({ count }: { readonly count: number | undefined }) {
  return count === undefined ? <td className="protection__withheld">withheld</td> : <td>{count}</td>;
}
