import { html, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";

/** Says to screen readers what has changed elsewhere on the page. */
export class LiveRegion {
  private text = "";
  private count = 0;

  constructor(private readonly onSay: () => void) {}

  say(text: string): void {
    this.text = text;
    this.count += 1;
    this.onSay();
  }

  /** A new node is spoken even when it says the same as the last one. */
  get template(): TemplateResult {
    return html`<div class="spoken" role="status" aria-live="polite">
      ${keyed(this.count, html`<span>${this.text}</span>`)}
    </div>`;
  }
}
