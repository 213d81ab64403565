import { visibleText } from "./visibleText";

/*
 * Text of strangers, made safe for each kind of surface of VS Code: what would become a link, a command or an icon
 * there is taken apart by a character that is not seen. Other text stays as it is.
 */

/** A notification, or the progress in one: `[x](command:…)` would become a link that runs a command. */
export function notificationText(text: string): string {
  return withoutLinks(visibleText(text));
}

/** The prompt or the message of an input box: links there too, and `$(name)` an icon. */
export function inputText(text: string): string {
  return withoutIcons(withoutLinks(visibleText(text)));
}

/** A row of a quick pick, or the status bar: `$(name)` would become an icon, and a detail may have links. */
export function labelText(text: string): string {
  return withoutIcons(withoutLinks(text));
}

/**
 * Markdown of a hover or a tooltip: every character that Markdown or HTML gives a meaning is escaped, and
 * addresses are no links, as they would be with VS Code's own `appendText`.
 */
export function markdownText(text: string): string {
  return withoutIcons(visibleText(text).replace(/[\\`*_{}[\]()#+\-.!~|<>&:@/]/g, "\\$&"));
}

const unseen = "\u200b";

function withoutLinks(text: string): string {
  return text.replaceAll("](", `]${unseen}(`);
}

function withoutIcons(text: string): string {
  return text.replaceAll("$(", `$${unseen}(`);
}
