import "./summary.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { classMap } from "lit-html/directives/class-map.js";
import { repeat } from "lit-html/directives/repeat.js";
import type { PanelSummaryLine, PanelSummaryPart } from "../../protocol/panelView";
import { actionButton } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { icon, isolated, type Part } from "../base/markup";

/** The first screen: each line answers a question, and leads to where the answer stands in full. */
export function summary(lines: readonly PanelSummaryLine[], context: PanelContext): Part {
  if (lines.length === 0) return nothing;
  return html`<section class="summary-section" aria-label=${context.words.summaryLabel}>
    <dl class="summary">
      ${repeat(
        lines,
        ({ id }) => id,
        (line) => summaryLine(line, context),
      )}
    </dl>
  </section>`;
}

function summaryLine(line: PanelSummaryLine, context: PanelContext): TemplateResult {
  const { id, label, count, tone, parts, actions = [] } = line;
  return html`<div
    class=${classMap({
      "summary-line": true,
      warning: tone === "warning",
      changed: context.changes?.has(`summary/${id}`) === true,
    })}
    data-line=${id}
  >
    <dt class="summary-label">
      ${tone === undefined ? nothing : icon("warning")}${label}${
        count === undefined ? nothing : html` <span class="summary-count">${count}</span>`
      }
    </dt>
    <dd class="summary-parts">
      <div class="summary-flow">
        ${parts.map((part, index) => summaryPart(part, `${id}/${index}`, context))}${
          actions.length === 0
            ? nothing
            : html`<span class="summary-actions"
                >${actions.map((action) =>
                  actionButton(action, `summary/${id}`, context, {
                    className: "tool summary-action",
                  }),
                )}</span
              >`
        }
      </div>
    </dd>
  </div>`;
}

function summaryPart(part: PanelSummaryPart, key: string, context: PanelContext): TemplateResult {
  const { id, marks = [] } = part;
  return html`<span class="summary-part"
    >${partText(part, key, context)}${
      id === undefined ? nothing : html` <code class="raw">${isolated(id)}</code>`
    }${marks.map((mark) => html` <span class="mark">${mark}</span>`)}</span
  >`;
}

function partText(
  { text, url, row }: PanelSummaryPart,
  key: string,
  context: PanelContext,
): TemplateResult {
  if (url !== undefined) {
    return html`<a class="link" href=${url} title=${url} data-focus=${`summary/${key}`}
      >${isolated(text)}</a
    >`;
  }
  if (row === undefined) return isolated(text);
  return html`<button
    type="button"
    class="jump"
    title=${context.words.showInFull.replace("{0}", () => text)}
    data-focus=${`summary/${key}`}
    @click=${() => {
      context.jump(row);
    }}
  >
    ${isolated(text)}
  </button>`;
}
