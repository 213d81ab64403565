import * as l10n from "@vscode/l10n";

const words = () => ({
  copyValue: l10n.t("Copy value"),
  copied: l10n.t("Copied"),
  filterPlaceholder: l10n.t("Filter fields"),
  clearFilter: l10n.t("Clear the filter"),
  /** `{0}` is what was typed. */
  nothingMatches: l10n.t("No field matches “{0}”.", "{0}"),
  /** What the first lines of the panel are. */
  summaryLabel: l10n.t("At a glance"),
  /** `{0}` is the label of a value that leads to its row. */
  showInFull: l10n.t("Show “{0}” below", "{0}"),
  /** `{0}` is how many fields are empty. */
  showEmpty: l10n.t("Show {0} empty", "{0}"),
  /** `{0}` are the labels of fields that are empty. */
  notSet: l10n.t("Not set: {0}", "{0}"),
  collapseAll: l10n.t("Collapse all"),
  expandAll: l10n.t("Expand all"),
  /** How many fields of a group the filter leaves: `{0}` of `{1}`. */
  fieldsLeft: l10n.t("{0} of {1} fields", "{0}", "{1}"),
  /** A refresh brought nothing new. */
  unchanged: l10n.t("unchanged"),
  /** `{0}` is how many values a refresh changed. */
  changed: l10n.t("changed: {0}", "{0}"),
  originalDate: l10n.t("As the portal wrote it"),
  toolbarLabel: l10n.t("Dialog actions"),
  whatToDo: l10n.t("What to do"),
  invalidDate: l10n.t("Not a date"),
  showMore: l10n.t("Show more"),
  /** `{0}` is the label of a list. */
  searchPeople: l10n.t("Search in “{0}”", "{0}"),
  clearSearch: l10n.t("Clear the search"),
});

export type PanelWords = Readonly<ReturnType<typeof words>>;

/** Texts of the page's own controls: the page has no other way to VS Code's translations. It fills in `{0}`. */
export function panelWords(): PanelWords {
  return words();
}
