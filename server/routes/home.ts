import { estimatesOfAreas, estimatesOfSeriesAt } from '../../db/queries/estimates.ts';
import { breakdowns } from '../contract/dimensions.ts';
import { homeReply } from '../contract/home-reply.ts';
import { Unavailable } from '../judge/release/unavailable.ts';
import { glanceQuestions } from '../views/home/glance.ts';
import { homeView } from '../views/home/home-view.ts';
import { wardQuestions, wardsOf } from '../views/home/ward-figures.ts';
import { boardOf } from './board.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { disparityAnswers } from './disparity-answers.ts';

export function homeRoutes(app: TypedInstance, context: RouteContext): void {
  const { db, releases, place } = context;
  const { overview } = disparityAnswers(context);

  /** None for people who are not told apart so. */
  async function overviewsHeld() {
    const asked = breakdowns.map(({ id: by }) =>
      overview({ by, figures: 'real' }).then(
        ({ reply }) => [reply],
        (fault) => {
          if (fault instanceof Unavailable) return [];
          throw fault;
        },
      ),
    );
    return (await Promise.all(asked)).flat();
  }

  app.get(
    '/home',
    {
      schema: {
        summary:
          'What the first page opens with: the most telling lines of the other pages, from real figures only',
        response: { 200: homeReply, ...problems },
      },
    },
    async () => {
      const snapshot = await releases.snapshot(undefined);
      const glance = glanceQuestions(snapshot, place);
      const wards = wardQuestions(snapshot, place);
      const [glanceRows, wardRows, overviews, { changed }] = await Promise.all([
        estimatesOfAreas(db, [...new Set(glance.map(({ series }) => series.id))], [place.code]),
        estimatesOfSeriesAt(
          db,
          [
            ...new Map(
              wards.map(({ series, period }) => [series.id, { series: series.id, period }]),
            ).values(),
          ],
          [place.code, ...wardsOf(snapshot, place).map(({ code }) => code)],
        ),
        overviewsHeld(),
        boardOf(context, {}),
      ]);
      const parts = {
        glance: { questions: glance, rows: glanceRows },
        wards: { questions: wards, rows: wardRows },
        overviews,
        changed,
      };
      return homeView(parts, snapshot, place);
    },
  );
}
