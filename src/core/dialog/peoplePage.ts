/** How many people of a list are shown at a time. */
export const peoplePageSize = 50;

/** A piece of a list, or of those in it who match. */
export interface PeoplePage<T> {
  readonly people: readonly T[];
  /** How many match; without a question, how many there are. */
  readonly found: number;
}

/**
 * @param query what names and ids are searched for, in any case; "" finds all
 * @param nameOf the name under which somebody is shown
 */
export function peoplePage<T extends { readonly userId: number }>(
  list: readonly T[],
  query: string,
  from: number,
  nameOf: (person: T) => string,
): PeoplePage<T> {
  const wanted = query.trim().toLowerCase();
  const found =
    wanted === ""
      ? list
      : list.filter(
          (person) =>
            nameOf(person).toLowerCase().includes(wanted) || String(person.userId).includes(wanted),
        );
  return { people: found.slice(from, from + peoplePageSize), found: found.length };
}
