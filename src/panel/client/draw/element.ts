/** What the page may set in markup. No `style`, no `on…`, no `href`: the page's policy forbids the first two. */
type AttributeName =
  | "class"
  | "dir"
  | "hidden"
  | "href"
  | "id"
  | "role"
  | "scope"
  | "slot"
  | "tabindex"
  | "title"
  | "type"
  | "datetime"
  | `aria-${string}`
  | `data-${string}`;

export type Attributes = Readonly<Partial<Record<AttributeName, string | undefined>>>;
export type Child = Node | string | undefined;

/** Builds one element. Strings become text nodes, whatever they contain; `undefined` is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) node.setAttribute(name, value);
  }
  for (const child of children) {
    if (child !== undefined) node.append(child);
  }
  return node;
}

/** Other people's text: its direction marks end where the element ends. */
export function isolated(text: string, attributes: Attributes = {}): HTMLElement {
  return element("bdi", attributes, text);
}

/** A codicon; decoration only, the words beside it carry the meaning. */
export function icon(name: string, className = ""): HTMLElement {
  const isName = /^[a-z0-9-]+$/.test(name);
  return element("span", {
    class: `codicon ${isName ? `codicon-${name}` : ""} ${className}`.trim(),
    "aria-hidden": "true",
  });
}

/** Text for screen readers only. */
export function spoken(text: string): HTMLElement {
  return element("span", { class: "spoken" }, text);
}
