import { createRoot, hydrateRoot } from 'react-dom/client';
import { takeUpReplies } from './shared/api/carried-replies.ts';
import { newQueryClient } from './shared/api/queries.ts';
import { noteStalenessOfDocument } from './shared/api/staleness.ts';
import './nhsuk.scss';
import './styles.css';
import './shared/ui/ruled-table.css';
import './features/home/home-page.css';
import './forced-colours.css';
import { newRouter } from './router.tsx';
import { Site } from './site.tsx';

const queryClient = newQueryClient();
const router = newRouter(queryClient);
const site = <Site queryClient={queryClient} router={router} />;
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with id root');

/** A page that came whole comes alive as it stands; any other is drawn. Nothing here may be awaited: pages import this file. */
const carried = document.getElementById('replies')?.textContent;
if (carried === undefined || carried === null) createRoot(root).render(site);
else {
  takeUpReplies(queryClient, JSON.parse(carried));
  router.ssr = { manifest: undefined };
  void router.load().then(() => {
    hydrateRoot(root, site);
    // After the first drawing, which is the server's.
    noteStalenessOfDocument();
  });
}
