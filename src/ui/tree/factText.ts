import { l10n } from "vscode";
import { copyTextOf, type DialogField } from "../../core/dialog/dialog";
import { clip, visibleLine } from "../../core/visibleText";
import { labelOfCode } from "../panel/codeLabels";

/** The value of a key fact on one line. */
export function factText(field: DialogField): string {
  const { name, value } = field;
  switch (value.type) {
    case "code":
      return labelOfCode(name, value.code) ?? visibleLine(value.code);
    case "userId":
      return l10n.t("User {0}", value.userId);
    case "flag":
      return value.isOn ? l10n.t("yes") : l10n.t("no");
    case "date":
      // The host may be far from the reader: only the panel knows the reader's time zone.
      return value.iso;
    case "text":
    case "number":
    case "color":
    case "unset":
    case "userIds":
    case "readers":
    case "json":
    case "jsonText":
      return clip(visibleLine(copyTextOf(field)), 200);
  }
}
