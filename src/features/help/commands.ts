/** What this feature does, as one file to load. */
export { openExample } from "./example";
export { reportIssue } from "./reportIssue";
