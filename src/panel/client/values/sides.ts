import type { PanelValue } from "../../protocol/panelView";
import type { PanelContext } from "../context";
import { element, isolated } from "../draw/element";
import type { DrawnValue } from "./drawnValue";
import { drawValue } from "./value";

/** What each of several readers was told, side by side where there is room. */
export function drawSides(
  { sides }: Extract<PanelValue, { type: "sides" }>,
  label: string,
  context: PanelContext,
): DrawnValue {
  const drawn = sides.map((side) => ({
    name: side.label,
    value: drawValue({ ...side, label: `${label}, ${side.label}` }, context),
  }));
  return {
    root: element(
      "div",
      { class: "value sides" },
      ...drawn.map(({ name, value }) =>
        element(
          "div",
          { class: "side" },
          element("p", { class: "side-name" }, isolated(name)),
          value.root,
        ),
      ),
    ),
    text: drawn.map(({ name, value }) => `${name}\n${value.text}`).join("\n"),
    filter: (query) => drawn.map(({ value }) => value.filter?.(query) ?? false).includes(true),
    get isFiltering() {
      return drawn.some(({ value }) => value.isFiltering === true);
    },
    answer: (answer) => {
      for (const { value } of drawn) value.answer?.(answer);
    },
    dispose: () => {
      for (const { value } of drawn) value.dispose?.();
    },
  };
}
