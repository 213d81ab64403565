import type { PageState } from "../protocol/panelMessages";
import type { PanelBody, PanelTalk, PanelView } from "../protocol/panelView";
import { newsOfProbes } from "./message/probes";

export function isSameSubject({ identity: a }: PageState, { identity: b }: PageState): boolean {
  return a.portalId === b.portalId && a.dialogId === b.dialogId && a.botId === b.botId;
}

/** Whoever has scrolled down would not see what took the place of the facts, or came above them. */
export function isNewFailure(before: PanelBody, now: PanelBody): boolean {
  if (now.type === "notice") return before.type !== "notice";
  return hasErrorBanner(now) && !hasErrorBanner(before);
}

function hasErrorBanner(body: PanelBody): boolean {
  return (body.type === "facts" || body.type === "report") && body.banner?.tone === "error";
}

/** What someone who cannot see the page should hear about its state. */
export function newsOf({ header: { title }, body }: PanelView): readonly string[] {
  switch (body.type) {
    case "loading":
      return [body.text];
    case "notice":
      return [body.heading, ...newsOfProbes(body.probes)];
    case "facts":
      return [body.refreshing?.text ?? body.banner?.text ?? title, ...newsOfTalk(body.talk)];
    case "report":
      return [body.refreshing?.text ?? body.banner?.text ?? body.summary.heading];
  }
}

/** That nothing was read yet is no news. */
function newsOfTalk(talk: PanelTalk | undefined): readonly string[] {
  if (talk === undefined) return [];
  const wasRead = talk.items.length > 0 || talk.empty !== undefined;
  return [talk.busy?.text ?? talk.problem?.heading ?? (wasRead ? talk.digest : [])].flat();
}
