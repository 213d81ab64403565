import path from "node:path";

/** Folders that the scripts below test/host share. Everything they write is git-ignored. */
export const repository = path.resolve(__dirname, "..", "..");
export const installations = path.join(repository, ".vscode-test");
export const output = path.join(repository, "out");
export const vsix = path.join(output, "bitrix24-dialog-inspector.vsix");
/** What is in the VSIX, as CycloneDX. */
export const billOfMaterials = path.join(output, "bitrix24-dialog-inspector.cdx.json");
export const sampleWorkspace = path.join(__dirname, "workspace");
