import type { AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import type { DocumentOf } from '../../../server/contract/documents/schemas.ts';
import { Cited, SourceList } from '../../shared/documents/cited.tsx';
import { type NumberedSource, numbered } from '../../shared/documents/sources.ts';
import { besidePeople } from '../../shared/documents/tracked.ts';
import { TrackedList } from '../../shared/documents/tracked-list.tsx';
import { formatDay } from '../../shared/words/format.ts';

const LIST = 'have-your-say';

interface HaveYourSayProps {
  readonly words: DocumentOf<'have-your-say'>;
  readonly figures: AreaIndicatorsReply | undefined;
  readonly release: string | undefined;
}

/** Whom to write to, what residents have said by published reports, and what was done. */
export function HaveYourSay({ words, figures, release }: HaveYourSayProps) {
  const { contacts, themes, answers } = words;
  const real = figures && { ...figures, indicators: besidePeople(figures.indicators) };
  const sources = numbered(words.sources, [...contacts, ...themes, ...answers]);
  return (
    <section aria-labelledby="have-your-say">
      <h2 id="have-your-say">Have your say</h2>
      <div className="plan__cards">
        {contacts.map((contact) => (
          <Contact key={contact.name} contact={contact} sources={sources} />
        ))}
      </div>
      <h3>What residents have said</h3>
      <p>
        Only what published reports say, in our words. The figures beside a theme are real ones it bears on,
        each of its own time; they neither prove nor disprove what was said.
      </p>
      <div className="plan__cards">
        {themes.map((theme) => (
          <section key={theme.id} className="plan__card" aria-labelledby={`theme-${theme.id}`}>
            <h4 id={`theme-${theme.id}`}>{theme.title}</h4>
            <p>
              {theme.words} <Cited entry={theme} sources={sources} list={LIST} />
            </p>
            {theme.date && <p className="tracked__small">Reported {formatDay(theme.date)}</p>}
            <TrackedList
              figures={real}
              ids={theme.indicators}
              release={release}
              of={`All ethnic groups together, in the whole of ${figures?.place.name ?? 'the place'}:`}
            />
          </section>
        ))}
      </div>
      <h3>You said, we did</h3>
      <ul className="answers">
        {answers.map((answer) => (
          <li key={answer.id}>
            <p>
              <strong>You said:</strong> {answer.youSaid}
            </p>
            <p>
              <strong>We did:</strong> {answer.weDid} <Cited entry={answer} sources={sources} list={LIST} />
              {answer.date && <span className="tracked__small"> {formatDay(answer.date)}</span>}
            </p>
          </li>
        ))}
      </ul>
      <h3>Sources of what was said</h3>
      <SourceList sources={sources} list={LIST} />
    </section>
  );
}

interface ContactProps {
  readonly contact: DocumentOf<'have-your-say'>['contacts'][number];
  readonly sources: readonly NumberedSource[];
}

function Contact({ contact, sources }: ContactProps) {
  const { name, words, email, telephone, url } = contact;
  return (
    <section className="plan__card" aria-label={name}>
      <h4>{name}</h4>
      <p>
        {words} <Cited entry={contact} sources={sources} list={LIST} />
      </p>
      <ul className="contact">
        {email && (
          <li>
            E-mail: <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
        {telephone && (
          <li>
            Telephone: <a href={`tel:${telephone.replaceAll(' ', '')}`}>{telephone}</a>
          </li>
        )}
        {url && (
          <li>
            <a href={url}>Their page</a>
          </li>
        )}
      </ul>
    </section>
  );
}
