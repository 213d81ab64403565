/** What this feature does, as one file to load. */
export { entityParserActions } from "./entityParser";
export { MigrationHints } from "./migrationHints";
