import { colors } from "./colors";
import { seedPeople } from "./people";
import { person, type BotPerson, type Person } from "./person";

const firstGenerated = 900;
const lastGenerated = 10_899;

const firstNames = [
  "Ada",
  "Ben",
  "Chloe",
  "Dario",
  "Elif",
  "Femi",
  "Greta",
  "Hugo",
  "Ines",
  "Jonas",
];
const lastNames = [
  "Abel",
  "Brandt",
  "Costa",
  "Dahl",
  "Evans",
  "Fischer",
  "Garcia",
  "Horvat",
  "Ivanova",
];
const positions = ["Courier", "Van driver", "Sorter", "Loader", "Route planner"];
const palette = Object.values(colors);

/** Everybody on the portal. The ten thousand couriers of the big chat are made when asked for. */
export class PeopleDirectory {
  private readonly known = new Map(seedPeople().map((who) => [who.id, who]));

  get(id: number): Person | undefined {
    return this.known.get(id) ?? generatedCourier(id);
  }

  /** In order of id, the written ones before the generated ones. */
  *all(): Iterable<Person> {
    yield* this.known.values();
    for (let id = firstGenerated; id <= lastGenerated; id++) {
      const who = generatedCourier(id);
      if (who !== undefined) yield who;
    }
  }

  bots(): BotPerson[] {
    return [...this.known.values()].filter((who): who is BotPerson => who.bot !== undefined);
  }
}

function generatedCourier(id: number): Person | undefined {
  if (!Number.isInteger(id) || id < firstGenerated || id > lastGenerated) return undefined;
  const number = id - firstGenerated;
  return person({
    id,
    firstName: pick(firstNames, number),
    lastName: `${pick(lastNames, Math.floor(number / 10))} ${number + 1}`,
    login: `courier${number + 1}`,
    workPosition: pick(positions, number),
    gender: number % 2 === 0 ? "F" : "M",
    color: pick(palette, number),
    departments: [10 + (number % 12)],
  });
}

function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}
