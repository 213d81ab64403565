/** The addresses of a text, met from left to right, and the host of the one that a place stands in. */
export class Links {
  private latest: { readonly from: number; readonly host: number } | undefined;
  /** Where the run of signs ends that the latest address is part of. */
  private runEnd = 0;
  /** What was looked through for an address without a scheme. */
  private bare: { readonly from: number; readonly to: number } = { from: 0, to: 0 };

  constructor(private readonly text: string) {}

  /** @param at where `http` stands */
  meet(at: number): void {
    scheme.lastIndex = at;
    if (!scheme.test(this.text)) return;
    this.latest = { from: at, host: scheme.lastIndex };
    if (at < this.runEnd) return;
    runOfSigns.lastIndex = at;
    runOfSigns.test(this.text);
    this.runEnd = runOfSigns.lastIndex;
  }

  /** With a port when there is one; `undefined`: the place is in no address. */
  hostAt(at: number): string | undefined {
    const { latest, text } = this;
    if (latest !== undefined && at < this.runEnd) {
      hostName.lastIndex = latest.host;
      return readHost(hostName.exec(text)?.[0]);
    }
    return this.bareHostAt(at);
  }

  /** `example.bitrix24.com/online/?…`, `//example.…`, an app's `x://example.…`: only where a dot makes a name of it. */
  private bareHostAt(at: number): string | undefined {
    const { text } = this;
    // A parameter or a path: anything else says nothing of an address.
    const before = text.charCodeAt(at - 1);
    const isPart = before === 63 || before === 38 || text.charCodeAt(at) === 47;
    if (!isPart) return undefined;
    const from = this.runStart(at);
    return readHost(bareHost.exec(text.slice(from, Math.min(at + 1, from + longestHost)))?.[1]);
  }

  /** What one look to the left has seen, the next one does not look at again. */
  private runStart(at: number): number {
    const { text, bare } = this;
    let from = at;
    while (from > 0 && !endsRun(text.charCodeAt(from - 1))) {
      if (from <= bare.to && from > bare.from) {
        from = bare.from;
        break;
      }
      from--;
    }
    this.bare = { from, to: at };
    return from;
  }
}

const scheme = /https?(?::|%(?:25)*3A)(?:(?:\\*\/|%(?:25)*2F){2})/iy;
const runOfSigns = /[^\s"'`<>]*/y;
const longestHost = 300;
const hostName = /[^\s"'`<>/?#\\%&,]{1,255}/y;
const bareHost =
  /^(?:[^\p{L}\d/]*(?:[\w$]+[=(])?|[^\p{L}\d/]*(?:[a-z][a-z\d+.-]{0,20}:)?\/\/)((?:[\p{L}\d-]+\.)+[\p{L}\d-]+(?::\d{1,5})?)\\?\//u;

function endsRun(code: number): boolean {
  // Blanks, line ends, quotes and angle brackets.
  return (
    code <= 32 ||
    code === 34 ||
    code === 39 ||
    code === 96 ||
    code === 60 ||
    code === 62 ||
    code === 0xa0
  );
}

function readHost(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const address = `https://${name.slice(name.lastIndexOf("@") + 1)}`;
  return URL.canParse(address) ? new URL(address).host : undefined;
}
