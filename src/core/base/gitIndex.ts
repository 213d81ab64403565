/** Bytes of an entry before its hash: times, numbers, mode, owner and size of the file. */
const statBytes = 40;
const modeAt = 24;
const directoryMode = 0o040000;

/**
 * Whether git tracks a path, read from `.git/index` without git. An index that is not understood says no.
 * @param path from the root of the working tree, with slashes
 * @see git's documentation, gitformat-index
 */
export function isInGitIndex(index: Uint8Array, path: string): boolean {
  const wanted = new TextEncoder().encode(path);
  return findIn(index, wanted, 20) ?? findIn(index, wanted, 32) ?? false;
}

/** @returns `undefined`: the hashes have another length */
function findIn(index: Uint8Array, wanted: Uint8Array, hashBytes: number): boolean | undefined {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  if (index.length < 12 || view.getUint32(0) !== 0x44495243) return false;
  const version = view.getUint32(4);
  const count = view.getUint32(8);
  let at = 12;
  let previous: Uint8Array = new Uint8Array();
  for (let entry = 0; entry < count; entry++) {
    const start = at;
    at += statBytes + hashBytes;
    if (at + 2 > index.length) return undefined;
    const flags = view.getUint16(at);
    at += (flags & 0x4000) !== 0 && version > 2 ? 4 : 2;
    let common = 0;
    if (version === 4) {
      const shorter = readNumber(index, at);
      at = shorter.end;
      common = previous.length - shorter.value;
    }
    const end = index.indexOf(0, at);
    const length = common + end - at;
    const said = flags & 0xfff;
    if (end < 0 || common < 0 || (said < 0xfff && said !== length)) return undefined;
    const name =
      version === 4
        ? joined(previous.subarray(0, common), index.subarray(at, end))
        : index.subarray(at, end);
    const isFolder = view.getUint32(start + modeAt) === directoryMode;
    // A sparse index names a folder for all that is in it.
    const isFound = isFolder ? length <= wanted.length : length === wanted.length;
    if (isFound && name.every((byte, i) => byte === wanted[i])) return true;
    previous = name;
    at = version === 4 ? end + 1 : start + Math.ceil((end + 1 - start) / 8) * 8;
  }
  return false;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** As in pack files: seven bits a byte, each further byte adds one. */
function readNumber(
  bytes: Uint8Array,
  at: number,
): { readonly value: number; readonly end: number } {
  let end = at;
  let byte = bytes[end++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes[end++] ?? 0;
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return { value, end };
}
