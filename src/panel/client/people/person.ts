import "./person.css";
import { html, nothing, type TemplateResult } from "lit";
import type { PanelPerson } from "../../protocol/panelView";
import type { PanelContext } from "../base/context";
import { isolated, type Part } from "../base/markup";

/** A row of a list: name, id, marks; at the edge the date. */
export function listedPerson(
  person: PanelPerson,
  isHidden: boolean,
  { dates, words }: PanelContext,
): TemplateResult {
  const { dateIso } = person;
  return html`<li class="person" ?hidden=${isHidden}>
    <span class="person-who"
      >${personName(person, "person-name")}<code class="raw">${person.userId}</code>${marks(
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
  return html`<div class="value line">
    <span class="person-who"
      >${personName(person, "text")}<code class="raw">${isolated(raw)}</code>${marks(person)}</span
    >
  </div>`;
}

function personName({ name, url }: PanelPerson, className: string): TemplateResult {
  return url === undefined
    ? isolated(name, className)
    : html`<a class=${`${className} link`} href=${url} title=${url}>${isolated(name)}</a>`;
}

function marks({ marks: words = [] }: PanelPerson): Part {
  return html`${words.map((mark) => html`<span class="mark">${mark}</span>`)}`;
}
