export { decodingMs } from "./decoding";
export { leakScanTable } from "./leakScan";
export { mentionTable } from "./mentions";
export { pasteTable } from "./pastes";
