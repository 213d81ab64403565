import "./fieldValue.css";
import { html, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { PanelField } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";
import { isolated } from "../base/markup";
import type { PeopleLists } from "../people/peopleLists";
import { plainValue } from "./plainValue";

/** The value of a field; what each of several readers was told stands side by side where there is room. */
export function fieldValue(
  { key, label, value }: PanelField,
  lists: PeopleLists,
  context: PanelContext,
): TemplateResult {
  if (value.type !== "sides") return plainValue({ key, label, value }, lists, context);
  return html`<div class="value sides">
    ${repeat(
      value.sides,
      (side) => side.key,
      (side) =>
        html`<div class="side">
          <p class="side-name">${isolated(side.label)}</p>
          ${plainValue({ ...side, label: `${label}, ${side.label}` }, lists, context)}
        </div>`,
    )}
  </div>`;
}
