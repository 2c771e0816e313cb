import { datesWords } from '../../shared/words/format.ts';
import { isAllReal, type MinuteQuestion, minuteFacts } from './answer-words.ts';

/** The questions a meeting asks, answered in plain sentences; nothing is said of figures that are made up. */
export function InAMinute(question: MinuteQuestion) {
  if (!isAllReal(question.reply))
    return (
      <p className="notice">
        These figures are synthetic, so no sentence here speaks of them: the chart and the tables below show
        how real ones will look.
      </p>
    );
  const { reply } = question;
  const dates = datesWords(reply.query.period, reply);
  return (
    <>
      {dates !== '' && <p>As at: {dates}.</p>}
      <dl className="minute">
        {minuteFacts(question).map(({ question: asked, answer }) => (
          <div key={asked}>
            <dt>{asked}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
