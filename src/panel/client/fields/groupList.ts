import "./groupList.css";
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { PanelField, PanelGroup } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";
import { icon, isolated } from "../base/markup";
import type { PeopleLists } from "../people/peopleLists";
import { fieldRow } from "./fieldRow";

export interface GroupListState {
  readonly lists: PeopleLists;
  readonly copiedKey: string | undefined;
  isOpen(groupId: string): boolean;
  isShown(field: PanelField): boolean;
  toggle(groupId: string): void;
}

/** Groups of facts, each under a heading that opens and closes it. */
export function groupList(
  groups: readonly PanelGroup[],
  state: GroupListState,
  context: PanelContext,
): TemplateResult {
  return html`<div class="groups">
    ${repeat(
      groups,
      ({ id }) => id,
      (group) => groupSection(group, state, context),
    )}
  </div>`;
}

function groupSection(
  { id, label, fields }: PanelGroup,
  state: GroupListState,
  context: PanelContext,
): TemplateResult {
  const shown = new Set(fields.filter((field) => state.isShown(field)));
  const isOpen = state.isOpen(id);
  // A bare number beside "People" would be read as so many people.
  const count =
    shown.size === fields.length
      ? ""
      : context.words.fieldsLeft
          .replace("{0}", String(shown.size))
          .replace("{1}", String(fields.length));
  return html`<section
    class="group"
    aria-labelledby=${`heading-${id}`}
    data-group=${id}
    ?hidden=${shown.size === 0}
  >
    <h2 class="group-heading">
      <button
        type="button"
        class="group-toggle"
        id=${`heading-${id}`}
        aria-controls=${`group-${id}`}
        aria-expanded=${isOpen ? "true" : "false"}
        data-focus=${`group/${id}`}
        @click=${() => {
          state.toggle(id);
        }}
      >
        ${icon("chevron-down", "chevron")}<span class="group-label">${isolated(label)}</span
        ><span class="group-count">${count}</span>
      </button>
    </h2>
    <dl class="fields" id=${`group-${id}`} ?hidden=${!isOpen}>
      ${repeat(
        fields,
        ({ key }) => key,
        (field) => {
          const isHidden = !shown.has(field);
          const isCopied = field.key === state.copiedKey;
          return fieldRow(field, { isHidden, isCopied }, state.lists, context);
        },
      )}
    </dl>
  </section>`;
}
