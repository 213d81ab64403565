/** Which menu of the page is open: one at most. */
export interface Menus {
  readonly open: string | undefined;
  /** @param menuId `undefined`: none */
  toggle(menuId: string | undefined): void;
  focusButton(menuId: string): void;
}
