/** Where the records of portals are stored. */
export const portalRecordsKey = "portals";

/** Whether there is a portal at all, told without reading the records: it is asked at every start. */
export function hasStoredPortals(state: { get(key: string): unknown }): boolean {
  const records = state.get(portalRecordsKey);
  return Array.isArray(records) && records.length > 0;
}
