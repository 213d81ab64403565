/** VS Code's own themes by the names of their settings. Newer versions call the first two otherwise there, but not in the picker. */
export const colorThemes = {
  "Default Dark Modern": { inPicker: "Dark Modern", windowClass: "vs-dark" },
  "Default Light Modern": { inPicker: "Light Modern", windowClass: "vs" },
  "Default High Contrast": { inPicker: "Dark High Contrast", windowClass: "hc-black" },
  "Default High Contrast Light": { inPicker: "Light High Contrast", windowClass: "hc-light" },
} as const;

export type ColorTheme = keyof typeof colorThemes;
