import { avatarAt } from "./wire/avatarPaths";

export interface UploadReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The portal's pictures, one that is missing, and one that is a page in truth. */
export function uploadReply(path: string): UploadReply | undefined {
  if (!path.startsWith("/upload/")) return undefined;
  if (path === "/upload/avatar-page.png") {
    return {
      status: 200,
      headers: { "Content-Type": "text/html" },
      body: Buffer.from("<html><body>Please sign in.</body></html>"),
    };
  }
  const png = avatarAt(path);
  return png === undefined
    ? { status: 404, headers: { "Content-Type": "text/html" }, body: Buffer.from("Not found") }
    : { status: 200, headers: { "Content-Type": "image/png" }, body: Buffer.from(png, "base64") };
}
