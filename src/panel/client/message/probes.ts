import "./probes.css";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { PanelProbe, PanelProbes } from "../../protocol/panelView";
import { actionButton } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { icon, isolated, type Part } from "../base/markup";

const toneIcons = { success: "pass", info: "info", warning: "warning" } as const;

/** Probes that narrow a refusal down, each with what it found beside its button. */
export function probesSection(probes: PanelProbes, context: PanelContext): TemplateResult {
  const { heading, conclusion } = probes;
  return html`<section class="tests" aria-labelledby="tests-heading">
    <h3 class="tests-heading" id="tests-heading">${heading}</h3>
    <ul class="test-list" role="list">
      ${repeat(
        probes.probes,
        ({ id }) => id,
        (probe) => html`<li class="test">${run(probe, context)}${finding(probe, context)}</li>`,
      )}
      <li class="actions">
        ${probes.actions.map((action) => actionButton(action, "tests", context))}
      </li>
    </ul>
    ${
      conclusion === undefined
        ? nothing
        : html`<p class="conclusion">${icon("lightbulb")}${isolated(conclusion)}</p>`
    }
  </section>`;
}

/** Stays where it is while the probe runs, with the keyboard on it. */
function run(
  { id, label, codicon, state, disabledReason }: PanelProbe,
  context: PanelContext,
): TemplateResult {
  const isRunning = state.type === "running";
  const why = isRunning ? state.text : disabledReason;
  return html`<button
    type="button"
    class="button"
    title=${why ?? label}
    aria-disabled=${why === undefined ? nothing : "true"}
    aria-description=${why ?? nothing}
    data-probe=${id}
    data-focus=${`probe/${id}`}
    @click=${() => {
      if (why === undefined) context.runProbe(id);
    }}
  >
    ${icon(isRunning ? "loading" : codicon, isRunning ? "busy" : "")}
    <span class="button-label">${isolated(label)}</span>
  </button>`;
}

function finding({ id, state }: PanelProbe, context: PanelContext): Part {
  switch (state.type) {
    case "ready":
      return nothing;
    case "running":
      // With the key of the probe: when it is over, the keyboard is on its button.
      return html`<div class="finding">
        <span class="finding-text running">${state.text}</span>
        <button
          type="button"
          class="tool"
          data-focus=${`probe/${id}`}
          @click=${() => {
            context.cancelProbe(id);
          }}
        >
          ${icon("debug-stop")}<span>${state.cancelLabel}</span>
        </button>
      </div>`;
    case "done":
      return html`<div class=${`finding ${state.tone}`}>
        ${icon(toneIcons[state.tone])}${isolated(state.text, "finding-text")}${
          state.action === undefined ? nothing : actionButton(state.action, `probe/${id}`, context)
        }
      </div>`;
  }
}

/** Every text that comes with a click, for those who cannot see where it appears. */
export function newsOfProbes(probes: PanelProbes | undefined): readonly string[] {
  if (probes === undefined) return [];
  const states = probes.probes.flatMap(({ state }) => (state.type === "ready" ? [] : [state.text]));
  return probes.conclusion === undefined ? states : [...states, probes.conclusion];
}
