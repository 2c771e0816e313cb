import { unreadSentences } from '../../shared/question/unread-sentences.ts';
import { InsteadNotice } from '../../shared/ui/instead-notice.tsx';

/** What a link asks for that the page cannot read; seldom needed, so no part of what every page loads. */
export const UnreadNotice = ({ unread }: { readonly unread: Readonly<Record<string, string>> }) => (
  <InsteadNotice parts={unreadSentences(unread).map((sentence) => ({ sentence }))} />
);
