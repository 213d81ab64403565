import "./groupList.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { PanelField, PanelGroup } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";
import { icon, type Part } from "../base/markup";
import type { PeopleLists } from "../people/peopleLists";
import { fieldRow } from "./fieldRow";

export interface GroupListState {
  readonly lists: PeopleLists;
  isOpen(group: PanelGroup): boolean;
  readonly showsEmpty: boolean;
  /** Whether rows that nobody sees are drawn already. */
  readonly drawsClosed: boolean;
  isShown(field: PanelField): boolean;
  toggle(group: PanelGroup): void;
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
  group: PanelGroup,
  state: GroupListState,
  context: PanelContext,
): TemplateResult {
  const { id, label, digest, fields } = group;
  const shown = new Set(fields.filter((field) => state.isShown(field)));
  const isOpen = state.isOpen(group);
  // A bare number beside "People" would be read as so many people.
  const count =
    shown.size === fields.length
      ? ""
      : context.words.fieldsLeft
          .replace("{0}", context.dates.count(shown.size))
          .replace("{1}", context.dates.count(fields.length));
  return html`<section
    class="group"
    aria-labelledby=${`heading-${id}`}
    data-group=${id}
    ?hidden=${shown.size === 0}
  >
    ${groupHeading(
      id,
      isOpen,
      () => {
        state.toggle(group);
      },
      html`<span class="group-label"><bdi>${label}</bdi></span
        ><span class="group-count">${count}</span
        >${isOpen || digest === undefined || count !== "" ? nothing : html`<span class="group-digest"><bdi>${digest}</bdi></span>`}`,
    )}
    <div class="group-content" id=${`group-${id}`} ?hidden=${!isOpen}>
      ${isOpen || state.drawsClosed ? rows(group, shown, state, context) : nothing}
    </div>
  </section>`;
}

/** The button that opens and closes a group. */
export function groupHeading(
  id: string,
  isOpen: boolean,
  toggle: () => void,
  content: TemplateResult,
): TemplateResult {
  return html`<h2 class="group-heading">
    <button
      type="button"
      class="group-toggle"
      id=${`heading-${id}`}
      aria-controls=${`group-${id}`}
      aria-expanded=${isOpen ? "true" : "false"}
      data-focus=${`group/${id}`}
      @click=${toggle}
    >
      ${icon("chevron-down", "chevron")}${content}
    </button>
  </h2>`;
}

function rows(
  { fields }: PanelGroup,
  shown: ReadonlySet<PanelField>,
  { lists, showsEmpty }: GroupListState,
  context: PanelContext,
): TemplateResult {
  return html`<dl class="fields">
      ${repeat(
        fields,
        ({ key }) => key,
        (field) => {
          const isHidden = !shown.has(field);
          const isCopied = field.key === context.copiedKey;
          const isQuiet = field.value.type === "unset" && !showsEmpty;
          return fieldRow(field, { isHidden, isCopied, isQuiet }, lists, context);
        },
      )}
    </dl>
    ${showsEmpty ? nothing : quietLine(fields, context)}`;
}

/** Fields without a value take a row each only for those who ask. */
function quietLine(fields: readonly PanelField[], { words }: PanelContext): Part {
  const empty = fields.filter(({ value }) => value.type === "unset").map(({ label }) => label);
  if (empty.length === 0) return nothing;
  const text = words.notSet.replace("{0}", () => empty.join(", "));
  return html`<div class="quiet-line"><bdi>${text}</bdi></div>`;
}
