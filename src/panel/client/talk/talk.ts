import "./talk.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { PanelTalk, PanelTalkItem, PanelTalkPart } from "../../protocol/panelView";
import { actionButton, actionButtons } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { icon, isolated, linked, menuContext, type Part } from "../base/markup";
import { groupHeading } from "../fields/groupList";
import { jsonValue } from "../fields/json";
import { notice } from "../message/notice";
import { plainText, talkText } from "./talkText";

/** The group of the messages, as the layout of the page knows it. */
export const talkGroup = { id: "messages", label: "", startsOpen: false, fields: [] } as const;

export interface TalkState {
  readonly isOpen: boolean;
  /** What the filter asks, in lower case. */
  readonly query: string;
  readonly copiedKey: string | undefined;
  readonly toggle: () => void;
}

/** Whether the filter leaves something of it. */
export function isTalkFound(talk: PanelTalk, query: string): boolean {
  return query === "" || talk.items.some((item) => isFound(item, query));
}

function isFound({ id, author, marks, nodes, parts }: PanelTalkItem, query: string): boolean {
  const texts = [id, author.name, ...marks, plainText(nodes), ...parts.map(partText)];
  return texts.join("\n").toLowerCase().includes(query);
}

function partText(part: PanelTalkPart): string {
  switch (part.type) {
    case "rule":
      return "";
    case "line":
      return [part.label ?? "", plainText(part.nodes), part.note ?? ""].join("\n");
    case "buttons":
      return part.buttons.map(({ text, note = "" }) => `${text} ${note}`).join("\n");
  }
}

/** What was said: closed it says only how much was read; reading has a button, which opening is not. */
export function talkSection(talk: PanelTalk, state: TalkState, context: PanelContext): Part {
  const { isOpen, query, toggle } = state;
  if (!isTalkFound(talk, query)) return nothing;
  return html`<section class="group talk" aria-labelledby="heading-messages" data-group="messages">
    <div class="talk-head">
      ${groupHeading(
        talkGroup.id,
        isOpen,
        toggle,
        html`<span class="group-label">${talk.label}</span
          >${isOpen ? nothing : html`<span class="group-digest">${talk.digest}</span>`}`,
      )}
    </div>
    <div class="group-content" id="group-messages" ?hidden=${!isOpen}>
      ${isOpen ? content(talk, state, context) : nothing}
    </div>
  </section>`;
}

function content(talk: PanelTalk, state: TalkState, context: PanelContext): TemplateResult {
  const { action, behind, empty, isAboutOlder, items, note, older } = talk;
  const shown = items.filter((item) => state.query === "" || isFound(item, state.query));
  const news = newsOf(talk, context);
  return html`<div class="talk-bar">
      ${actionButton(action, "talk", context)}
      ${behind === undefined ? nothing : html`<span class="talk-behind">${icon("info")}${behind}</span>`}
      <p class="talk-note">${isolated(note)}</p>
    </div>
    ${isAboutOlder ? nothing : news}
    ${empty === undefined ? nothing : html`<p class="talk-note">${isolated(empty)}</p>`}
    ${
      shown.length === 0
        ? nothing
        : html`<ol class="talk-items" role="list" aria-label=${talk.label}>
            ${repeat(
              shown,
              ({ key }) => key,
              (item) => message(item, state.copiedKey, context),
            )}
          </ol>`
    }
    ${isAboutOlder ? news : nothing}
    ${older === undefined || state.query !== "" ? nothing : actionButtons([older], "talk", context)}`;
}

/** What goes on, or has failed. */
function newsOf({ busy, problem }: PanelTalk, context: PanelContext): Part {
  if (problem !== undefined) return notice(problem, context);
  return busy === undefined
    ? nothing
    : html`<p class="talk-busy">
        ${icon("loading", "busy")}${busy.text}${actionButton(busy.cancel, "talk-busy", context, { className: "tool" })}
      </p>`;
}

function message(
  item: PanelTalkItem,
  copiedKey: string | undefined,
  context: PanelContext,
): TemplateResult {
  const { key, author, dateIso, marks, reply, nodes, parts, isQuiet } = item;
  const { dates } = context;
  const { name, userId } = author;
  const person = userId === undefined ? {} : { person: userId };
  return html`<li
    class=${isQuiet ? "talk-item quiet-item" : "talk-item"}
    data-key=${key}
    data-vscode-context=${menuContext({ row: `${key}.text`, name, ...person })}
  >
    <div class="talk-who">
      ${linked(author.name, author.url, "talk-author")}${author.userId === undefined ? nothing : html`<code class="raw">${author.userId}</code>`}${[
        ...(author.marks ?? []),
        ...marks,
      ].map((mark) => html`<span class="mark">${isolated(mark)}</span>`)}${
        dateIso === undefined
          ? nothing
          : html`<time class="talk-time" datetime=${dateIso} title=${dateIso}
              >${dates.local(dateIso) ?? dateIso}</time
            >`
      }${copyButton(key, `#${item.id}`, item.id, copiedKey === key, context)}
      ${json(item, copiedKey, context)}
    </div>
    ${reply === undefined ? nothing : replyLine(reply, key, context)}
    ${
      nodes.length === 0
        ? nothing
        : // White space counts in it.
          // prettier-ignore
          html`<bdi class="talk-text">${talkText(nodes, context)}</bdi>`
    }
    ${parts.map((part) => partLine(part, context))}
  </li>`;
}

function copyButton(
  key: string,
  text: string,
  what: string,
  isCopied: boolean,
  context: PanelContext,
): TemplateResult {
  const { words } = context;
  return html`<button
    type="button"
    class=${isCopied ? "talk-copy copied" : "talk-copy"}
    title=${isCopied ? words.copied : words.copyValue}
    aria-label=${`${words.copyValue}: ${what}`}
    data-focus=${`copy/${key}`}
    @click=${() => {
      context.copy(key);
    }}
  >
    ${text}${icon(isCopied ? "check" : "copy")}
  </button>`;
}

function replyLine(
  { text, key }: NonNullable<PanelTalkItem["reply"]>,
  from: string,
  context: PanelContext,
): TemplateResult {
  return html`<p class="talk-reply">
    ${icon("reply")}${
      key === undefined
        ? isolated(text)
        : html`<button
            type="button"
            class="jump"
            data-focus=${`reply/${from}`}
            @click=${() => {
              context.jump(key);
            }}
          >
            ${isolated(text)}
          </button>`
    }
  </p>`;
}

function partLine(part: PanelTalkPart, context: PanelContext): TemplateResult {
  switch (part.type) {
    case "rule":
      return html`<hr class="talk-rule" />`;
    case "line":
      return html`<div class="talk-part">
        ${part.codicon === undefined ? nothing : icon(part.codicon)}${
          part.label === undefined
            ? nothing
            : html`<span class="talk-label">${isolated(part.label)}</span>`
        }<bdi class="talk-part-text">${talkText(part.nodes, context)}</bdi>${
          part.note === undefined
            ? nothing
            : html`<span class="talk-part-note">${isolated(part.note)}</span>`
        }
      </div>`;
    case "buttons":
      return html`<p class="talk-buttons">
        ${part.buttons.map(
          ({ text, note, url, isDisabled }) =>
            html`<span class=${isDisabled ? "talk-button off" : "talk-button"}
              >${
                url === undefined
                  ? isolated(text)
                  : html`<a class="link" href=${url} title=${url}>${isolated(text)}</a>`
              }${note === undefined ? nothing : html`<code class="raw">${isolated(note)}</code>`}</span
            >`,
        )}
      </p>`;
  }
}

/** As it came, for whoever compares it with what their program sent. */
function json(
  item: PanelTalkItem,
  copiedKey: string | undefined,
  context: PanelContext,
): TemplateResult {
  const key = `${item.key}.json`;
  return html`<details class="talk-json">
    <summary data-focus=${`json/${item.key}`}>JSON</summary>
    ${copyButton(key, "JSON", `JSON, ${item.id}`, copiedKey === key, context)}
    ${jsonValue({ type: "json", text: item.json }, `JSON, ${item.id}`)}
  </details>`;
}
