/** What is done about a secret that was found, as one file to load. */
export { findWebhooksInWorkspace } from "./findWebhooks";
export { keepWebhook } from "./keepWebhook";
export { pasteEdits } from "./pasteWebhook";
export { quickFixes } from "./quickFixes";
