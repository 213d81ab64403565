import type { PanelPerson, PanelValue } from "../../protocol/panelView";
import type { PanelContext } from "../context";
import { element, isolated } from "../draw/element";
import type { DrawnValue } from "./drawnValue";
import { drawScrolling } from "./text";

/** Drawn at once: more than the box shows. The rest follows when the page is idle. */
const firstChunk = 40;
const chunk = 250;
/** From here on the list scrolls in a box. */
const tallListLength = 8;

/** People with their ids and dates. Ten thousand of them never stop the page. */
export function drawPeople(
  value: Extract<PanelValue, { type: "people" }>,
  label: string,
  context: PanelContext,
): DrawnValue {
  const list = element("ul", { class: "people" });
  if (value.people.length > tallListLength) drawScrolling(list, label);
  list.setAttribute("role", "list"); // Without bullets some readers no longer take it for one.
  const filler = new ListFiller(list, (person) => drawPerson(person, context));
  filler.fill(value.people);
  let shown = value.people;
  return {
    root: element(
      "div",
      { class: "value" },
      element("p", { class: "people-summary" }, value.summary),
      value.people.length === 0 ? undefined : list,
    ),
    text: value.summary,
    filter(query) {
      const found =
        query === "" ? value.people : value.people.filter((person) => matches(person, query));
      // A list found by its label is shown whole.
      const wanted = found.length === 0 ? value.people : found;
      if (wanted.length !== shown.length || wanted.some((person, at) => person !== shown[at])) {
        filler.fill(wanted);
        shown = wanted;
      }
      return found.length > 0;
    },
    dispose() {
      filler.stop();
    },
  };
}

function matches(person: PanelPerson, query: string): boolean {
  return person.name.toLowerCase().includes(query) || person.userId.toLowerCase().includes(query);
}

function drawPerson(person: PanelPerson, { dates, words }: PanelContext): HTMLElement {
  const { dateIso } = person;
  return element(
    "li",
    { class: "person" },
    isolated(person.name, { class: "person-name" }),
    element("code", { class: "raw" }, person.userId),
    dateIso === undefined
      ? element("span")
      : element(
          "time",
          { class: "person-date", datetime: dateIso, title: dateIso },
          dates.local(dateIso) ?? `${words.invalidDate} ${dateIso}`,
        ),
  );
}

/** Builds a list a piece at a time, in the idle moments of the page. */
class ListFiller {
  private pending: number | undefined;

  constructor(
    private readonly list: HTMLElement,
    private readonly draw: (person: PanelPerson) => HTMLElement,
  ) {}

  fill(people: readonly PanelPerson[]): void {
    this.stop();
    this.list.replaceChildren(...people.slice(0, firstChunk).map(this.draw));
    this.list.scrollTop = 0;
    this.later(people, firstChunk);
  }

  stop(): void {
    if (this.pending !== undefined) cancelIdleCallback(this.pending);
    this.pending = undefined;
  }

  private later(people: readonly PanelPerson[], from: number): void {
    if (from >= people.length) return;
    this.pending = requestIdleCallback(() => {
      this.list.append(...people.slice(from, from + chunk).map(this.draw));
      this.later(people, from + chunk);
    });
  }
}
