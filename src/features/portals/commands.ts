/** What the commands of this feature do, as one file to load: each is small and needs the others. */
export { addDemoPortal } from "./addDemoPortal";
export { addPortal } from "./addPortal";
export { adoptAddressOf } from "./adoptAddress";
export { askBeforeReads } from "./askBeforeReads";
export { explainScope } from "./explainScope";
export { removePortal } from "./removePortal";
export { renamePortal } from "./renamePortal";
export { replaceWebhook } from "./replaceWebhook";
export { switchPortal } from "./switchPortal";
