import type { PageState } from "../protocol/panelMessages";

/** The page's own files, as they were built. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
}

export interface PageMarkup {
  readonly files: PageFiles;
  /** Of this document alone; nobody can guess it. */
  readonly nonce: string;
  readonly language: string;
  /** From where pictures may come, as the policy names it; none: from nowhere. */
  readonly pictures: readonly string[];
  /** What is drawn before anything else is heard from the host. */
  readonly first: PageState | undefined;
}

/**
 * The panel's document, whole: script, style, icons and the first state are inside, so that the first picture waits
 * for no second round. It may run its own script, show pictures, and load nothing else.
 */
export function pageMarkup({ files, nonce, language, pictures, first }: PageMarkup): string {
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // Their addresses are checked before, one by one.
    `img-src ${pictures.length === 0 ? "'none'" : pictures.join(" ")}`,
    `style-src 'nonce-${nonce}'`,
    "font-src data:",
    `script-src 'nonce-${nonce}'`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Bitrix24</title>
<style nonce="${nonce}">${files.style}</style>
</head>
<body>
<script type="application/json" id="first">${dataBlock(first)}</script>
<script nonce="${nonce}">${inlineScript(files.script)}</script>
</body>
</html>`;
}

/** Text of strangers is in it: nothing in there can end the block. */
function dataBlock(first: PageState | undefined): string {
  return first === undefined ? "" : JSON.stringify(first).replaceAll("<", "\\u003c");
}

function inlineScript(script: string): string {
  return script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}
