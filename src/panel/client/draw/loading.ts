import "@vscode-elements/elements/dist/vscode-progress-bar/index.js";
import type { PanelAction, PanelRefreshing } from "../../protocol/panelView";
import type { PanelContext } from "../context";
import { drawAction } from "./actions";
import { element } from "./element";

const skeletonGroups = [5, 4, 3];

/** The style sheet shows it only after a moment: a quick answer causes no flash. */
export function drawLoading(
  body: { readonly text: string; readonly cancel: PanelAction },
  context: PanelContext,
): HTMLElement {
  return element(
    "div",
    { class: "loading", "aria-busy": "true" },
    element(
      "div",
      { class: "loading-line" },
      element("p", { class: "loading-text" }, body.text),
      drawAction(body.cancel, "loading", context),
    ),
    drawProgress(body.text),
    element("div", { class: "skeleton", "aria-hidden": "true" }, ...skeletonGroups.map(drawBones)),
  );
}

/** A newer answer is on its way. Lies over the page: what is being read does not move. */
export function drawRefreshing(refreshing: PanelRefreshing, context: PanelContext): HTMLElement {
  return element(
    "div",
    { class: "refreshing" },
    drawProgress(refreshing.text),
    element(
      "div",
      { class: "refreshing-note" },
      element("span", {}, refreshing.text),
      drawAction(refreshing.cancel, "refreshing", context, "tool"),
    ),
  );
}

function drawProgress(label: string): HTMLElement {
  const bar = element("vscode-progress-bar");
  bar.ariaLabel = label; // Its own default is English.
  return bar;
}

/** In the columns of the rows to come: label, wire name, value. */
function drawBones(rows: number): HTMLElement {
  const bones = Array.from({ length: rows }, () =>
    element("div", { class: "bone-row" }, drawBone(), drawBone(), drawBone()),
  );
  return element(
    "div",
    { class: "bone-group" },
    element("div", { class: "bone heading" }),
    ...bones,
  );
}

function drawBone(): HTMLElement {
  return element("div", { class: "bone" });
}
