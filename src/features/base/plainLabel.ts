import type { QuickPickItem } from "vscode";
import { labelText } from "../../core/base/surfaceText";

/** A row of a quick pick whose texts are drawn as they are: they hold titles and names that others gave. */
export function plainItem<T extends QuickPickItem>(item: T): T {
  const { label, description, detail } = item;
  return {
    ...item,
    label: labelText(label),
    ...(description === undefined ? {} : { description: labelText(description) }),
    ...(detail === undefined ? {} : { detail: labelText(detail) }),
  };
}
