import * as l10n from "@vscode/l10n";
import type { PanelWords } from "../protocol/panelView";

/** Texts of the page's own controls: the page has no other way to VS Code's translations. */
export function panelWords(): PanelWords {
  return {
    copyValue: l10n.t("Copy value"),
    copied: l10n.t("Copied"),
    filterPlaceholder: l10n.t("Filter fields"),
    clearFilter: l10n.t("Clear the filter"),
    nothingMatches: l10n.t("No field matches “{0}”.", "{0}"),
    summaryLabel: l10n.t("At a glance"),
    showInFull: l10n.t("Show “{0}” below", "{0}"),
    showEmpty: l10n.t("Show {0} empty", "{0}"),
    notSet: l10n.t("Not set: {0}", "{0}"),
    collapseAll: l10n.t("Collapse all"),
    expandAll: l10n.t("Expand all"),
    fieldsLeft: l10n.t("{0} of {1} fields", "{0}", "{1}"),
    unchanged: l10n.t("unchanged"),
    changed: l10n.t("changed: {0}", "{0}"),
    originalDate: l10n.t("As the portal wrote it"),
    toolbarLabel: l10n.t("Dialog actions"),
    whatToDo: l10n.t("What to do"),
    invalidDate: l10n.t("Not a date"),
    showMore: l10n.t("Show more"),
    searchPeople: l10n.t("Search in “{0}”", "{0}"),
    clearSearch: l10n.t("Clear the search"),
  };
}
