import { html, nothing, type TemplateResult } from "lit-html";

/** Other people's text: its direction marks end where the element ends. */
export function isolated(text: string, className?: string): TemplateResult {
  return html`<bdi class=${className ?? nothing}>${text}</bdi>`;
}

/** The same, as a link where it leads somewhere. */
export function linked(text: string, url: string | undefined, className: string): TemplateResult {
  return url === undefined
    ? isolated(text, className)
    : html`<a class=${`${className} link`} href=${url} title=${url}><bdi>${text}</bdi></a>`;
}

/** A codicon; decoration only, the words beside it carry the meaning. */
export function icon(name: string, className = ""): TemplateResult {
  return html`<span
    class=${`${iconClass(name)} ${className}`.trimEnd()}
    aria-hidden="true"
  ></span>`;
}

/** For what is drawn once a row, where a template for the icon alone would keep the first picture waiting. */
export function iconClass(name: string): string {
  return /^[a-z0-9-]+$/.test(name) ? `codicon codicon-${name}` : "codicon";
}

/** Text for screen readers only. */
export function spoken(text: string): TemplateResult {
  return html`<span class="spoken">${text}</span>`;
}

/** What is there only sometimes. */
export type Part = TemplateResult | typeof nothing;

/** What VS Code hands to the commands of the context menu on an element, beside what stands around it. */
export function menuContext(about: {
  readonly row: string;
  readonly name: string;
  readonly person?: string;
}): string {
  const { row, name, person } = about;
  return JSON.stringify({
    bitrix24Row: row,
    bitrix24Name: name,
    ...(person === undefined ? {} : { bitrix24Person: person }),
  });
}
