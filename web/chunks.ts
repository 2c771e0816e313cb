/**
 * Which parts of the client travel together. A page is made of few files, since each is asked for by itself: what every page
 * needs, what several pages need, and the page. What is heavy and not always wanted stays apart.
 */
interface ModuleGraph {
  getModuleInfo(
    id: string,
  ): { readonly importedIds: readonly string[]; readonly importers: readonly string[] } | null;
}

const HEAVY = /\/node_modules\/(maplibre-gl|recharts|victory-vendor|@reduxjs|immer|es-toolkit)\//;

const isOfFeature = (id: string) => /\/web\/features\//.test(id);

/** Every module that has to be there before a source can run. */
function neededBy(graph: ModuleGraph, source: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  visit(source);
  return found;
}

/** Whether a module needs what is heavy, itself or through what it imports. */
function isHeavy(graph: ModuleGraph, id: string, seen = new Set<string>()): boolean {
  if (HEAVY.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return (graph.getModuleInfo(id)?.importedIds ?? []).some((next) => isHeavy(graph, next, seen));
}

const isOwn = (id: string) => !id.includes('/node_modules/');

/** Whether a module is light: our own, or a library that something light asks for. */
function isLight(graph: ModuleGraph, id: string, seen = new Set<string>()): boolean {
  if (isHeavy(graph, id)) return false;
  if (isOwn(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return (graph.getModuleInfo(id)?.importers ?? []).some((next) => isLight(graph, next, seen));
}

/**
 * @param entry the source of the script every page begins with.
 * @param home the source of the page most people open first: what it needs is kept apart from what only others do.
 */
export function chunkGroups(entry: string, home: string) {
  const closures = new Map<string, ReadonlySet<string>>();
  const comesWith = (source: string, id: string, graph: ModuleGraph) => {
    const found = closures.get(source) ?? neededBy(graph, source);
    closures.set(source, found);
    return found.has(id);
  };
  return [
    { name: (id: string, graph: ModuleGraph) => (comesWith(entry, id, graph) ? 'site' : null), priority: 4 },
    {
      name: (id: string, graph: ModuleGraph) =>
        !isOfFeature(id) && comesWith(home, id, graph) ? 'words' : null,
      priority: 3,
    },
    {
      name: (id: string, graph: ModuleGraph) => (!isOfFeature(id) && isLight(graph, id) ? 'parts' : null),
      priority: 2,
    },
    {
      name: (id: string, graph: ModuleGraph) =>
        isLight(graph, id) ? (/\/web\/features\/([a-z-]+)\//.exec(id)?.[1] ?? null) : null,
      priority: 1,
    },
  ];
}
