import * as l10n from "@vscode/l10n";
import type { AccessReading } from "../../core/reads/accessReader";
import type { AccessReport, Unanswered } from "../../core/diagnosis/accessReport";
import { ownerViewer } from "../../core/dialog/viewer";
import type { PortalRecord } from "../../core/portal/portalRecord";
import type { Result } from "../../core/base/result";
import { visibleLine } from "../../core/base/visibleText";
import type { PanelField, PanelGroup, PanelValue } from "../protocol/panelView";
import { answerGroup } from "./answerView";
import { whyUnanswered } from "../../text/accessWords";
import { actsAs } from "../../text/viewers";

/** Whose webhook it is, what the portal is, and which limits count. */
export function accessFacts(
  { report, exchange }: AccessReading,
  portal: PortalRecord,
): readonly PanelGroup[] {
  return [
    ownerGroup(report, portal.userId),
    portalGroup(report, portal),
    limitsGroup(report),
    answerGroup(exchange, actsAs(ownerViewer, portal)),
  ];
}

function ownerGroup({ owner, scopes }: AccessReport, userId: string): PanelGroup {
  const fields = owner.ok
    ? [
        fact("owner.name", l10n.t("Name"), nameValue(owner.value.userName), "profile.NAME"),
        fact("owner.id", l10n.t("User ID"), text(owner.value.userId), "profile.ID"),
        fact(
          "owner.isAdmin",
          l10n.t("Administrator"),
          owner.value.isAdmin
            ? { type: "flag", isOn: true, text: l10n.t("yes"), raw: "true" }
            : { type: "flag", isOn: false, text: l10n.t("no"), raw: "false" },
          "profile.ADMIN",
        ),
      ]
    : [fact("owner.id", l10n.t("Owner"), unanswered(owner.error, userId), "profile")];
  const granted = valueOf(scopes, userId, (names) =>
    names.length === 0
      ? { type: "unset", text: l10n.t("none"), raw: "[]" }
      : text(names.map(visibleLine).join(", ")),
  );
  return {
    id: "owner",
    label: l10n.t("Whose webhook this is"),
    startsOpen: true,
    fields: [...fields, fact("scopes", l10n.t("Granted scopes"), granted, "scope")],
  };
}

function portalGroup({ revisions, license }: AccessReport, portal: PortalRecord): PanelGroup {
  const isEncrypted = portal.origin.startsWith("https:");
  const revision = (method: keyof typeof revisions): PanelValue =>
    valueOf(revisions[method], portal.userId, text);
  return {
    id: "portal",
    label: l10n.t("The portal"),
    startsOpen: true,
    fields: [
      fact("portal.origin", l10n.t("Address"), text(portal.origin)),
      fact("portal.encryption", l10n.t("Encrypted connection"), {
        type: "flag",
        isOn: isEncrypted,
        text: isEncrypted ? l10n.t("yes") : l10n.t("no: the webhook travels open"),
        raw: isEncrypted ? "https" : "http",
      }),
      fact(
        "revision.im",
        l10n.t("Revision of the messenger"),
        revision("im.revision.get"),
        "im.revision.get",
      ),
      fact(
        "revision.imbot",
        l10n.t("Revision of the bot methods, version 2"),
        revision("imbot.v2.Revision.get"),
        "imbot.v2.Revision.get",
      ),
      fact(
        "license",
        l10n.t("Plan"),
        license === undefined
          ? { type: "unset", text: l10n.t("a webhook cannot learn it"), raw: "" }
          : text(visibleLine(license)),
        "app.info.LICENSE",
      ),
    ],
  };
}

function limitsGroup({ rateLimit }: AccessReport): PanelGroup {
  const usual = l10n.t("50 at once, then 2 a second");
  const enterprise = l10n.t("250 at once, then 5 a second");
  const rate = {
    usual,
    enterprise,
    ownServer: l10n.t("set by the administrator of the server, usually none"),
    unknown: l10n.t("{0}; with Enterprise {1}: the plan is unknown", usual, enterprise),
  }[rateLimit];
  return {
    id: "limits",
    label: l10n.t("Limits"),
    startsOpen: true,
    fields: [
      fact(
        "limit.rate",
        l10n.t("Requests"),
        text(rate),
        undefined,
        l10n.t(
          "In Bitrix24's cloud, for all programs at this network address together; a batch counts as one request. On an own server there is no limit unless its administrator sets one. This extension keeps below 50 and 2 everywhere.",
        ),
      ),
      fact(
        "limit.operating",
        l10n.t("Execution time"),
        text(l10n.t("480 s for each method in ten minutes")),
        undefined,
        l10n.t(
          "In Bitrix24's cloud, for this webhook: a bot that uses it counts too. On an own server usually off.",
        ),
      ),
    ],
  };
}

function nameValue(userName: string): PanelValue {
  const name = visibleLine(userName);
  return name === "" ? { type: "unset", text: l10n.t("not set"), raw: '""' } : text(name);
}

function valueOf<T>(
  known: Result<T, Unanswered>,
  userId: string,
  draw: (value: T) => PanelValue,
): PanelValue {
  return known.ok ? draw(known.value) : unanswered(known.error, userId);
}

function unanswered(error: Unanswered, userId: string): PanelValue {
  const raw = error.kind === "refused" ? error.code : "";
  return { type: "unset", text: whyUnanswered(error, userId), raw };
}

function text(value: string): PanelValue {
  return { type: "text", text: value };
}

function fact(
  key: string,
  label: string,
  value: PanelValue,
  wireName?: string,
  note?: string,
): PanelField {
  return {
    key,
    label,
    value,
    canCopy: value.type !== "unset",
    ...(wireName === undefined ? {} : { wireName }),
    ...(note === undefined ? {} : { note }),
  };
}
