import "./person.css";
import { html, nothing, type TemplateResult } from "lit-html";
import type { PanelPerson } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";
import { icon, linked, menuContext } from "../base/markup";

/** A row of a list: name, id, marks; at the edge the date. */
export function listedPerson(
  person: PanelPerson,
  isHidden: boolean,
  context: PanelContext,
): TemplateResult {
  const { dates, words } = context;
  const { dateIso } = person;
  return html`<li
    class="person"
    data-key=${person.userId}
    ?hidden=${isHidden}
    data-vscode-context=${menuOf(person)}
  >
    <span class="person-who"
      >${linked(person.name, person.url, "person-name")}${copyId(person, person.userId, context)}${marks(
        person,
      )}</span
    >${
      dateIso === undefined
        ? nothing
        : html`<time class="person-date" datetime=${dateIso} title=${dateIso}
            >${dates.local(dateIso) ?? `${words.invalidDate} ${dateIso}`}</time
          >`
    }
  </li>`;
}

/** Somebody alone in a field, beside what the reply spelled. */
export function personLine(person: PanelPerson, raw: string): TemplateResult {
  return html`<div class="value line" data-vscode-context=${menuOf(person)}>
    <span class="person-who"
      >${linked(person.name, person.url, "text")}<code class="raw"><bdi>${raw}</bdi></code
      >${marks(person)}</span
    >
  </div>`;
}

function marks({ marks: words = [] }: PanelPerson): readonly TemplateResult[] {
  return words.map((mark) => html`<span class="mark">${mark}</span>`);
}

function menuOf({ name, userId }: PanelPerson): string {
  return menuContext({ row: personKey(userId), name, person: userId });
}

function personKey(userId: string): string {
  return `person/${userId}`;
}

/** The id copies itself. */
function copyId(
  { name, userId }: PanelPerson,
  text: string,
  context: PanelContext,
): TemplateResult {
  const { words, copiedKey } = context;
  const key = personKey(userId);
  const isCopied = copiedKey === key;
  const label = isCopied ? words.copied : words.copyValue;
  return html`<button
    type="button"
    class="copy-person"
    title=${label}
    aria-label=${`${label}: ${name}, ${text}`}
    @click=${() => {
      context.copy(key);
    }}
  >
    <code class="raw"><bdi>${text}</bdi></code
    >${isCopied ? icon("check") : nothing}
  </button>`;
}
