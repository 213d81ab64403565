import "./probes.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { PanelProbe, PanelProbes } from "../../protocol/panelView";
import { actionButton } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { icon, isolated, type Part } from "../base/markup";

const toneIcons = { success: "pass", info: "circle-slash", warning: "warning" } as const;

/** Probes that narrow a refusal down, a line each: what it looks at, how far it is, what it found. */
export function probesSection(probes: PanelProbes, context: PanelContext): TemplateResult {
  const { heading, conclusion } = probes;
  return html`<section class="tests" aria-label=${heading}>
    <ul class="test-list" role="list">
      ${repeat(
        probes.probes,
        ({ id }) => id,
        (probe) => testLine(probe, context),
      )}
    </ul>
    ${
      conclusion === undefined
        ? nothing
        : html`<p class="conclusion">${icon("lightbulb")}${isolated(conclusion)}</p>`
    }
    ${
      probes.actions.length === 0
        ? nothing
        : html`<div class="test-actions">
            ${probes.actions.map((action) =>
              actionButton(action, "tests", context, { className: "tool test-run" }),
            )}
          </div>`
    }
  </section>`;
}

function testLine(probe: PanelProbe, context: PanelContext): TemplateResult {
  const { state } = probe;
  const tone = state.type === "done" ? state.tone : state.type;
  return html`<li class=${`test ${tone}`}>
    ${stateIcon(state)}
    <div class="test-text">${run(probe, context)}${finding(probe, context)}</div>
  </li>`;
}

function stateIcon(state: PanelProbe["state"]): TemplateResult {
  if (state.type === "running") return icon("loading", "busy");
  return icon(state.type === "ready" ? "circle-large-outline" : toneIcons[state.tone]);
}

/** Runs it alone. Stays where it is while the probe runs, with the keyboard on it. */
function run(
  { id, label, state, disabledReason }: PanelProbe,
  context: PanelContext,
): TemplateResult {
  const why = state.type === "running" ? state.text : disabledReason;
  return html`<button
    type="button"
    class="tool test-run"
    title=${why ?? label}
    aria-disabled=${why === undefined ? nothing : "true"}
    aria-description=${why ?? nothing}
    data-probe=${id}
    data-focus=${`probe/${id}`}
    @click=${() => {
      if (why === undefined) context.runProbe(id);
    }}
  >
    <span class="button-label">${isolated(label)}</span>
  </button>`;
}

function finding({ id, state }: PanelProbe, context: PanelContext): Part {
  switch (state.type) {
    case "ready":
      return nothing;
    case "running":
      // With the key of the probe: when it is over, the keyboard is on its button.
      return html`<span class="finding-text running">${state.text}</span>
        <button
          type="button"
          class="tool"
          data-focus=${`probe/${id}`}
          @click=${() => {
            context.cancelProbe(id);
          }}
        >
          ${icon("stop-circle")}<span>${state.cancelLabel}</span>
        </button>`;
    case "done":
      return html`${isolated(state.text, "finding-text")}${
        state.action === undefined ? nothing : actionButton(state.action, `probe/${id}`, context)
      }`;
  }
}

/** Every text that comes with a click, for those who cannot see where it appears. */
export function newsOfProbes(probes: PanelProbes | undefined): readonly string[] {
  if (probes === undefined) return [];
  const states = probes.probes.flatMap(({ state }) => (state.type === "ready" ? [] : [state.text]));
  return probes.conclusion === undefined ? states : [...states, probes.conclusion];
}
