import type { ServerResponse } from "node:http";
import type { WireReply } from "./wire/wireReply";
import type { DeliveryFault } from "./faults";

/** Sends a reply whole, or damaged as a fault wants it. Pictures pass their bytes as `body`. */
export function deliver(
  response: ServerResponse,
  reply: Omit<WireReply, "body"> & { readonly body: string | Buffer },
  fault?: DeliveryFault,
): void {
  const bytes = Buffer.from(reply.body);
  switch (fault?.name) {
    case "truncate":
      if (fault.cut === "json") sendWhole(response, reply, bytes.subarray(0, bytes.length / 2));
      else sendHalf(response, reply, bytes);
      return;
    case "utf8Broken":
      sendWhole(response, reply, breakUtf8(bytes));
      return;
    case "slowDrip":
      drip(response, reply, bytes, fault.intervalMs ?? 50);
      return;
    case undefined:
      sendWhole(response, reply, bytes);
  }
}

type Head = Pick<WireReply, "status" | "headers">;

function sendWhole(response: ServerResponse, head: Head, bytes: Buffer): void {
  writeHead(response, head, bytes.length);
  response.end(bytes);
}

/** Promises every byte, sends half of them and drops the connection. */
function sendHalf(response: ServerResponse, head: Head, bytes: Buffer): void {
  writeHead(response, head, bytes.length);
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

/** Puts a byte that UTF-8 never has into the first text value of the body. */
function breakUtf8(bytes: Buffer): Buffer {
  const at = bytes.indexOf('":"') + 3;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0xc0]), bytes.subarray(at)]);
}

function drip(response: ServerResponse, head: Head, bytes: Buffer, intervalMs: number): void {
  writeHead(response, head, bytes.length);
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1));
    sent++;
    if (sent >= bytes.length) response.end();
  }, intervalMs);
  response.once("close", () => {
    clearInterval(timer);
  });
}

function writeHead(response: ServerResponse, head: Head, length: number): void {
  response.writeHead(head.status, { ...head.headers, "Content-Length": length });
}
