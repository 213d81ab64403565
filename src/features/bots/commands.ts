/** What this feature does, as one file to load: each part is small and needs the others. */
export { addBot } from "./addBot";
export { pickBot } from "./botPicker";
export { pickReadAs } from "./readAsPicker";
export { removeBot } from "./removeBot";
