/** Both checks, as one file to load: they share their page. */
export { accessPanels, checkAccess } from "./checkAccess";
export { checkEvents, eventsPanels } from "./checkEvents";
