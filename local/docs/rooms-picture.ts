/** What is read of a cruise: each module, and the modules it imports. */
export interface Imports {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

type Arrows = Map<string, Set<string>>;

/** The room a module stands in; null for tests, packages and everything else that is no room. */
export function roomOf(path: string): string | null {
  if (path.startsWith('static/admin/src/')) return 'static/admin';
  if (/^src\/[^/]+\.ts$/.test(path)) return 'index, app';
  const room = /^src\/([^/]+)\//.exec(path)?.[1];
  if (room !== undefined) return room;
  const laptop = /^local\/(host|org)\//.exec(path)?.[1];
  if (laptop !== undefined) return `local/${laptop}`;
  return path.startsWith('local/') ? 'local' : null;
}

function arrowsBetween(result: Imports): Arrows {
  const arrows: Arrows = new Map();
  for (const module of result.modules) {
    const from = roomOf(module.source);
    if (from === null) continue;
    const targets = arrows.get(from) ?? new Set<string>();
    arrows.set(from, targets);
    for (const { resolved } of module.dependencies) {
      const to = roomOf(resolved);
      if (to !== null && to !== from) targets.add(to);
    }
  }
  return arrows;
}

function reaches(arrows: Arrows, from: string, to: string, seen = new Set<string>()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(arrows.get(from) ?? [])].some((next) => reaches(arrows, next, to, seen));
}

/** Whether an arrow says more than a longer way round does, which may not come back to where it began. */
function saysMore(arrows: Arrows, from: string, to: string): boolean {
  if (reaches(arrows, to, from)) return true;
  return ![...(arrows.get(from) ?? [])].some(
    (other) => other !== to && reaches(arrows, other, to, new Set([from])),
  );
}

/**
 * The rooms and who imports whom, as a mermaid picture. Where a room reaches another also through a
 * third, only the way through the third is drawn.
 */
export function drawRooms(result: Imports): string {
  const arrows = arrowsBetween(result);
  const rooms = [...arrows.keys()].sort();
  const idOf = (room: string): string => room.replaceAll(/[^a-z]+/g, '_');
  const lines = rooms.flatMap((from) =>
    [...(arrows.get(from) ?? [])]
      .filter((to) => saysMore(arrows, from, to))
      .sort()
      .map((to) => `  ${idOf(from)} --> ${idOf(to)}`),
  );
  return [
    '```mermaid',
    'flowchart LR',
    ...rooms.map((room) => `  ${idOf(room)}["${room}"]`),
    ...lines,
    '```',
  ].join('\n');
}
