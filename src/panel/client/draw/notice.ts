import type { PanelBanner, PanelMessage, PanelTone } from "../../protocol/panelView";
import type { PanelContext } from "../context";
import { drawActions } from "./actions";
import { element, icon, isolated } from "./element";

/** One message, from what happened to what to do; its details are groups, drawn by the caller. */
export function drawNotice(notice: PanelMessage, context: PanelContext): HTMLElement {
  return element(
    "section",
    { class: `notice ${notice.tone}`, "aria-labelledby": "notice-heading" },
    icon(codiconOf(notice.tone), "notice-icon"),
    element(
      "div",
      { class: "notice-text" },
      element("h2", { class: "notice-heading", id: "notice-heading" }, isolated(notice.heading)),
      ...notice.paragraphs.map((paragraph) => element("p", {}, isolated(paragraph))),
      drawWho(notice.who),
      drawSteps(notice.steps, context),
      drawActions(notice.actions, "notice", context),
    ),
  );
}

function codiconOf(tone: PanelTone): string {
  return tone === "success" ? "pass" : tone;
}

function drawWho(who: string | undefined): HTMLElement | undefined {
  if (who === undefined) return undefined;
  return element("p", { class: "who" }, icon("person"), isolated(who));
}

function drawSteps(steps: readonly string[], context: PanelContext): HTMLElement | undefined {
  if (steps.length === 0) return undefined;
  return element(
    "div",
    { class: "steps" },
    element("h3", { class: "steps-heading" }, context.words.whatToDo),
    element("ol", {}, ...steps.map((step) => element("li", {}, isolated(step)))),
  );
}

/** One line above the facts. */
export function drawBanner(banner: PanelBanner, context: PanelContext): HTMLElement {
  return element(
    "div",
    { class: `banner ${banner.tone}` },
    icon(codiconOf(banner.tone), "banner-icon"),
    element("p", { class: "banner-text" }, isolated(banner.text)),
    drawActions(banner.actions, "banner", context),
  );
}
