import fetch from "node-fetch";
import type { Contender } from "./contender";

interface BatchReply {
  readonly result: { readonly result: Readonly<Record<string, unknown>> };
}

/** What one writes by hand: fifty to a batch, one batch after the other, no checks of any kind. */
export function bareLoop(address: string): Contender {
  return {
    async read(dialogIds) {
      const records: unknown[] = [];
      for (const chunk of chunks(dialogIds)) records.push(...(await batch(address, chunk)));
      return records;
    },
  };
}

/** The same with all batches on their way at once; single reads are not batched at all. */
export function bareAtOnce(address: string): Contender {
  return {
    async read(dialogIds, areSingleReads) {
      if (areSingleReads) return Promise.all(dialogIds.map((id) => single(address, id)));
      const batches = chunks(dialogIds).map((chunk) => batch(address, chunk));
      return (await Promise.all(batches)).flat();
    },
  };
}

async function batch(address: string, dialogIds: readonly string[]): Promise<readonly unknown[]> {
  const cmd = Object.fromEntries(
    dialogIds.map((id, index) => [`c${index}`, `imbot.dialog.get?DIALOG_ID=${id}`]),
  );
  const reply = (await post(`${address}batch`, { halt: 0, cmd })) as BatchReply;
  return dialogIds.map((_, index) => reply.result.result[`c${index}`]);
}

async function single(address: string, dialogId: string): Promise<unknown> {
  const reply = await post(`${address}imbot.dialog.get`, { DIALOG_ID: dialogId });
  return (reply as { readonly result: unknown }).result;
}

async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
}

function chunks(dialogIds: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(dialogIds.length / 50) }, (_, index) =>
    dialogIds.slice(index * 50, index * 50 + 50),
  );
}
