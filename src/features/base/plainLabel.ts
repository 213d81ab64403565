import type { QuickPickItem } from "vscode";

/**
 * A text that VS Code draws as it is, where `$(name)` would become an icon: in the status bar and in quick picks.
 * What is put between the two characters is not seen.
 */
export function plainLabel(text: string): string {
  return text.replaceAll("$(", "$\u200b(");
}

/** A row of a quick pick whose texts are drawn as they are: they hold titles and names that others gave. */
export function plainItem<T extends QuickPickItem>(item: T): T {
  const { label, description, detail } = item;
  return {
    ...item,
    label: plainLabel(label),
    ...(description === undefined ? {} : { description: plainLabel(description) }),
    ...(detail === undefined ? {} : { detail: plainLabel(detail) }),
  };
}
