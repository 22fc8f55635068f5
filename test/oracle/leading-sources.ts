/**
 * Decision 10: seats of one kind, each with its sources, go to few items: again and again the source that most of
 * the seats left run through takes them. Of equals the first by name does, direct roles ('') last. Gives the
 * source of each seat.
 */
export function leadingSources(seats: readonly (readonly string[])[]): string[] {
  const leads: (string | undefined)[] = seats.map(() => undefined);
  const names = [...new Set(seats.flat())].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  while (leads.includes(undefined)) {
    const through = (name: string): number =>
      seats.filter((sources, nth) => leads[nth] === undefined && sources.includes(name)).length;
    const most = Math.max(...names.map(through));
    const leader = names.find((name) => through(name) === most)!;
    seats.forEach((sources, nth) => {
      if (leads[nth] === undefined && sources.includes(leader)) leads[nth] = leader;
    });
  }
  return leads as string[];
}
