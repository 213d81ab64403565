import type { IncomingMessage } from "node:http";
import type { WireRequest } from "./wire/wirePortal";

export interface ReceivedRequest extends WireRequest {
  /** Path and query as they came. */
  readonly target: string;
  readonly contentType: string;
  readonly userAgent: string;
  readonly controlToken: string;
}

/** Reads a request to its end. */
export async function readRequest(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const target = incoming.url ?? "/";
  const question = target.indexOf("?");
  return {
    verb: incoming.method ?? "GET",
    target,
    path: question < 0 ? target : target.slice(0, question),
    query: question < 0 ? "" : target.slice(question + 1),
    contentType: incoming.headers["content-type"] ?? "",
    userAgent: incoming.headers["user-agent"] ?? "",
    controlToken: String(incoming.headers["x-emulator-token"] ?? ""),
    body: Buffer.concat(chunks).toString("utf8"),
  };
}
