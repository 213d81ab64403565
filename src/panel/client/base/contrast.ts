const hexColor = /^#[0-9a-f]{6}$/i;

/** The page trusts a colour only after looking itself: it ends up in a style. */
export function isHexColor(text: string): boolean {
  return hexColor.test(text);
}

/** Black or white, whichever is easier to read on the colour (WCAG 2 relative luminance). */
export function readableOn(hex: string): "#000000" | "#ffffff" {
  const luminance = 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
  const againstWhite = 1.05 / (luminance + 0.05);
  const againstBlack = (luminance + 0.05) / 0.05;
  return againstBlack >= againstWhite ? "#000000" : "#ffffff";
}

function linear(hex: string, at: number): number {
  const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
