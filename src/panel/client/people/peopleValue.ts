import "./peopleValue.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { ref } from "lit-html/directives/ref.js";
import { actionButton } from "../base/actionButton";
import { icon, isolated, type Part } from "../base/markup";
import type { PanelContext } from "../base/context";
import { queryField } from "../base/queryField";
import type { PeopleList } from "./peopleList";
import { listedPerson } from "./person";

/** Only what has a use is there: a short list is nothing but its people. */
export function peopleValue(
  list: PeopleList,
  label: string,
  context: PanelContext,
): TemplateResult {
  const { summary, isSearchable, people } = list;
  return html`<div class="value people-value">
    ${
      summary === "" && !isSearchable
        ? nothing
        : html`<div class="people-head">
            ${summary === "" ? nothing : html`<p class="people-summary">${isolated(summary)}</p>`}
            ${isSearchable ? search(list, label, context) : nothing}
          </div>`
    }
    ${problem(list, context)} ${people.length === 0 ? nothing : rows(list, label, context)}
    ${list.hasMore ? more(list, context) : nothing}
  </div>`;
}

function rows(list: PeopleList, label: string, context: PanelContext): TemplateResult {
  // Without bullets some readers no longer take it for a list.
  return html`<ul
    class=${list.isTall ? "people tall" : "people"}
    role="list"
    aria-label=${label}
    tabindex=${list.isTall ? -1 : nothing}
    data-focus=${`people/${list.key}`}
    ${ref(list.box)}
  >
    ${list.people.map((person) => {
      const isHidden = list.isHidden(person);
      const isCopied = context.copiedKey === `person/${person.userId}`;
      return guard([person, isHidden, isCopied, context.words, context.dates], () =>
        listedPerson(person, isHidden, context),
      );
    })}
  </ul>`;
}

function search(list: PeopleList, label: string, { words }: PanelContext): TemplateResult {
  return html`<div class="people-search">
    ${queryField({
      focusKey: `search/${list.key}`,
      codicon: "search",
      label: words.searchPeople.replace("{0}", () => label),
      clear: words.clearSearch,
      query: list.query,
      onChange: (query) => {
        list.search(query);
      },
    })}
  </div>`;
}

function problem({ key, problem: shown }: PeopleList, context: PanelContext): Part {
  if (shown === undefined) return nothing;
  const { text, action } = shown;
  return html`<div class="people-problem">
    <p>${isolated(text)}</p>
    ${action === undefined ? nothing : actionButton(action, key, context)}
  </div>`;
}

function more(list: PeopleList, { words }: PanelContext): TemplateResult {
  return html`<button
    type="button"
    class="button people-more"
    data-focus=${`more/${list.key}`}
    aria-disabled=${list.isReadingMore ? "true" : "false"}
    @click=${() => {
      list.readMore();
    }}
  >
    ${icon("chevron-down")}<span>${words.showMore}</span>
  </button>`;
}
