import * as l10n from "@vscode/l10n";
import { TokenPlace, type ShownValue } from "../../core/portal/shownParams";
import type { Exchange } from "../../core/portal/portalCaller";
import { spareAtS } from "../../core/portal/operatingTime";
import type { PortalError } from "../../core/portal/portalError";
import { visibleText } from "../../core/base/visibleText";
import { numberText } from "../../text/language";
import type { PanelField, PanelGroup, PanelValue } from "../protocol/panelView";

/**
 * How an answer was got: facts about the call, which the reply itself does not carry.
 * @param reader whose rights the call had, in words
 */
export function answerGroup(exchange: Exchange, reader: string): PanelGroup {
  const { method, params, status, durationMs, time, finishedAtMs } = exchange;
  const fields: PanelField[] = [
    fact("answer.method", l10n.t("Method"), { type: "text", text: method }, true),
    ...Object.entries(params).map(([name, value]) => parameter(name, value)),
    fact("answer.actsAs", l10n.t("Acts as"), text(reader)),
    fact(
      "answer.status",
      l10n.t("HTTP status"),
      text(status === undefined ? l10n.t("none: nothing was answered") : String(status)),
    ),
    fact("answer.duration", l10n.t("Duration"), text(milliseconds(durationMs))),
  ];
  // Portals of today count from the last whole second: what is longer than the call is no part of it.
  if (time?.durationS !== undefined && time.durationS * 1000 <= durationMs) {
    const server = milliseconds(time.durationS * 1000);
    fields.push(fact("answer.serverTime", l10n.t("Of that, at the portal"), text(server)));
  }
  if (time?.operatingS !== undefined) {
    const seconds = numberText(time.operatingS);
    const charged =
      time.operatingS < spareAtS
        ? l10n.t("{0} s of 480 s in ten minutes", seconds)
        : l10n.t(
            "{0} s of 480 s in ten minutes: for now this method is called only when you ask",
            seconds,
          );
    fields.push(fact("answer.operating", l10n.t("Execution time charged"), text(charged)));
  }
  const readAt = new Date(finishedAtMs).toISOString();
  fields.push(
    fact("answer.readAt", l10n.t("Read at"), { type: "date", iso: readAt, isOurs: true }),
  );
  return {
    id: "answer",
    label: l10n.t("How this was read"),
    digest: [method, ...(status === undefined ? [] : [milliseconds(durationMs)])].join(" · "),
    startsOpen: false,
    fields,
  };
}

/** By its name on the wire. A bot's token has its place, and stays where it is stored. */
function parameter(name: string, value: ShownValue): PanelField {
  const shown =
    value instanceof TokenPlace
      ? l10n.t("the bot's token, not shown")
      : typeof value === "string"
        ? visibleText(value)
        : JSON.stringify(value);
  return fact(`answer.params.${name}`, l10n.t("Parameter {0}", name), text(shown), false, name);
}

/** What the portal said when it refused, unchanged. */
export function refusalGroup(error: PortalError): PanelGroup | undefined {
  if (error.kind !== "refused") return undefined;
  const said: PanelValue =
    error.description === ""
      ? { type: "unset", text: l10n.t("no text"), raw: '""' }
      : text(visibleText(error.description));
  return {
    id: "refusal",
    label: l10n.t("What the portal said"),
    startsOpen: true,
    fields: [
      fact("refusal.error", l10n.t("Code"), text(visibleText(error.code)), true, "error"),
      fact("refusal.description", l10n.t("Text"), said, true, "error_description"),
    ],
  };
}

function text(value: string): PanelValue {
  return { type: "text", text: value };
}

function fact(
  key: string,
  label: string,
  value: PanelValue,
  canCopy = false,
  wireName?: string,
): PanelField {
  return { key, label, value, canCopy, ...(wireName === undefined ? {} : { wireName }) };
}

function milliseconds(ms: number): string {
  return l10n.t("{0} ms", numberText(ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)));
}
