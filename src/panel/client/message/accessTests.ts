import "./accessTests.css";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { PanelTest, PanelTests } from "../../protocol/panelView";
import { actionButton } from "../base/actionButton";
import type { PanelContext } from "../base/context";
import { icon, isolated, type Part } from "../base/markup";

const toneIcons = { success: "pass", info: "info", warning: "warning" } as const;

/** Tests that narrow a refusal down, each with what it found beside its button. */
export function accessTests(tests: PanelTests, context: PanelContext): TemplateResult {
  const { heading, conclusion } = tests;
  return html`<section class="tests" aria-labelledby="tests-heading">
    <h3 class="tests-heading" id="tests-heading">${heading}</h3>
    <ul class="test-list" role="list">
      ${repeat(
        tests.tests,
        ({ id }) => id,
        (test) => html`<li class="test">${run(test, context)}${finding(test, context)}</li>`,
      )}
      <li class="actions">
        ${tests.actions.map((action) => actionButton(action, "tests", context))}
      </li>
    </ul>
    ${
      conclusion === undefined
        ? nothing
        : html`<p class="conclusion">${icon("lightbulb")}${isolated(conclusion)}</p>`
    }
  </section>`;
}

/** Stays where it is while the test runs, with the keyboard on it. */
function run(
  { id, label, codicon, state, disabledReason }: PanelTest,
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
    data-test=${id}
    data-focus=${`test/${id}`}
    @click=${() => {
      if (why === undefined) context.runTest(id);
    }}
  >
    ${icon(isRunning ? "loading" : codicon, isRunning ? "busy" : "")}
    <span class="button-label">${isolated(label)}</span>
  </button>`;
}

function finding({ id, state }: PanelTest, context: PanelContext): Part {
  switch (state.type) {
    case "ready":
      return nothing;
    case "running":
      // With the key of the test: when it is over, the keyboard is on its button.
      return html`<div class="finding">
        <span class="finding-text running">${state.text}</span>
        <button
          type="button"
          class="tool"
          data-focus=${`test/${id}`}
          @click=${() => {
            context.cancelTest(id);
          }}
        >
          ${icon("debug-stop")}<span>${state.cancelLabel}</span>
        </button>
      </div>`;
    case "done":
      return html`<div class=${`finding ${state.tone}`}>
        ${icon(toneIcons[state.tone])}${isolated(state.text, "finding-text")}${
          state.action === undefined ? nothing : actionButton(state.action, `test/${id}`, context)
        }
      </div>`;
  }
}

/** Every text that comes with a click, for those who cannot see where it appears. */
export function newsOfTests(tests: PanelTests | undefined): readonly string[] {
  if (tests === undefined) return [];
  const states = tests.tests.flatMap(({ state }) => (state.type === "ready" ? [] : [state.text]));
  return tests.conclusion === undefined ? states : [...states, tests.conclusion];
}
