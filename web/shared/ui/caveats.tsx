import { Details } from 'nhsuk-react-components';
import type { IndicatorReply } from '../../../server/contract/replies.ts';

/** How the figures of an indicator come about and what to keep in mind, folded away beside the picture. */
export function Caveats({ definition }: { definition: IndicatorReply }) {
  const { numerator, denominator, method, caveats, disclosureRule } = definition;
  return (
    <Details className="caveats">
      <Details.Summary>How these figures are made, and what to keep in mind</Details.Summary>
      <Details.Text>
        <dl className="facts">
          {Object.entries({
            Counted: numerator,
            Among: denominator,
            Method: method,
            Protection: disclosureRule,
          }).map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {caveats.length > 0 && (
          <ul>
            {caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        )}
      </Details.Text>
    </Details>
  );
}
