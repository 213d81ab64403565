/**
 * What functions that run in the page need of an element: the tests are compiled without the types of a browser.
 * Such a function holds no named function of its own, as the compiler would add calls that the page does not know.
 */
export interface PageElement {
  readonly textContent: string | null;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly classList: { contains(name: string): boolean };
  getAttribute(name: string): string | null;
  matches(selector: string): boolean;
  querySelector(selector: string): PageElement | null;
}
