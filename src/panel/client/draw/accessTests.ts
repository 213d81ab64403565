import type { PanelTest, PanelTests } from "../../protocol/panelView";
import type { PanelContext } from "../context";
import { drawAction } from "./actions";
import { element, icon, isolated } from "./element";

const toneIcons = { success: "pass", info: "info", warning: "warning" } as const;

/** Tests that narrow a refusal down, each with what it found beside its button. */
export function drawAccessTests(tests: PanelTests, context: PanelContext): HTMLElement {
  return element(
    "section",
    { class: "tests", "aria-labelledby": "tests-heading" },
    element("h3", { class: "tests-heading", id: "tests-heading" }, tests.heading),
    element(
      "ul",
      { class: "test-list", role: "list" },
      ...tests.tests.map((test) => drawTest(test, context)),
      element(
        "li",
        { class: "actions" },
        ...tests.actions.map((action) => drawAction(action, "tests", context)),
      ),
    ),
    tests.conclusion === undefined
      ? undefined
      : element("p", { class: "conclusion" }, icon("lightbulb"), isolated(tests.conclusion)),
  );
}

function drawTest(test: PanelTest, context: PanelContext): HTMLElement {
  return element("li", { class: "test" }, drawRun(test, context), drawState(test, context));
}

/** Stays where it is while the test runs, with the keyboard on it. */
function drawRun(test: PanelTest, context: PanelContext): HTMLElement {
  const { id, label, codicon, state, disabledReason } = test;
  const why = state.type === "running" ? state.text : disabledReason;
  const button = element(
    "button",
    {
      type: "button",
      class: "button",
      title: why ?? label,
      "aria-disabled": why === undefined ? undefined : "true",
      "aria-description": why,
      "data-test": id,
      "data-focus": `test/${id}`,
    },
    icon(state.type === "running" ? "loading" : codicon, state.type === "running" ? "busy" : ""),
    element("span", { class: "button-label" }, isolated(label)),
  );
  if (why === undefined) {
    button.addEventListener("click", () => {
      context.runTest(id);
    });
  }
  return button;
}

function drawState({ id, state }: PanelTest, context: PanelContext): HTMLElement | undefined {
  switch (state.type) {
    case "ready":
      return undefined;
    case "running":
      return element(
        "div",
        { class: "finding" },
        element("span", { class: "finding-text running" }, state.text),
        drawCancel(id, state.cancelLabel, context),
      );
    case "done":
      return element(
        "div",
        { class: `finding ${state.tone}` },
        icon(toneIcons[state.tone]),
        isolated(state.text, { class: "finding-text" }),
        state.action === undefined ? undefined : drawAction(state.action, `test/${id}`, context),
      );
  }
}

function drawCancel(id: string, label: string, context: PanelContext): HTMLElement {
  const button = element(
    "button",
    // With the key of the test: when it is over, the keyboard is on its button.
    { type: "button", class: "tool", "data-focus": `test/${id}` },
    icon("debug-stop"),
    element("span", {}, label),
  );
  button.addEventListener("click", () => {
    context.cancelTest(id);
  });
  return button;
}

/** Every text that comes with a click, for those who cannot see where it appears. */
export function newsOfTests(tests: PanelTests | undefined): readonly string[] {
  if (tests === undefined) return [];
  const states = tests.tests.flatMap(({ state }) => (state.type === "ready" ? [] : [state.text]));
  return tests.conclusion === undefined ? states : [...states, tests.conclusion];
}
