import ignore, { type Ignore } from "ignore";

/** The rules of one folder: its path from the root of the working tree (`""`, `src/bots`), and its `.gitignore`. */
export interface IgnoreRules {
  readonly folder: string;
  readonly text: string;
}

/**
 * Whether git leaves a path out, as the `.gitignore` files say.
 * @param path from the root of the working tree, with slashes
 * @param rules from the root downwards: what stands deeper counts more
 */
export function isIgnoredByGit(path: string, rules: readonly IgnoreRules[]): boolean {
  const matchers = rules.map(({ folder, text }) => ({
    prefix: folder === "" ? "" : `${folder}/`,
    matcher: ignore().add(text),
  }));
  const parts = path.split("/");
  // Nothing below an ignored folder can be taken back.
  return parts.some((_part, index) => {
    const isFile = index === parts.length - 1;
    const part = parts.slice(0, index + 1).join("/") + (isFile ? "" : "/");
    return isMatched(part, matchers);
  });
}

function isMatched(
  path: string,
  matchers: readonly { readonly prefix: string; readonly matcher: Ignore }[],
): boolean {
  for (const { prefix, matcher } of matchers.toReversed()) {
    if (!path.startsWith(prefix) || path.length === prefix.length) continue;
    const { ignored, unignored } = matcher.test(path.slice(prefix.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}
