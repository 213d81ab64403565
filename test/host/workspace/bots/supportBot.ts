/** Answers visitors of the open line. Run it with BITRIX24_WEBHOOK set to the URL of the inbound webhook. */
const webhook = process.env["BITRIX24_WEBHOOK"] ?? "";

interface IncomingMessage {
  readonly BOT_ID: number;
  readonly DIALOG_ID: string;
  readonly MESSAGE: string;
}

const escalations = new Map([
  ["chat210", "chat240"], // Ana via Telegram -> Workgroup Fleet
  ["chat211", "chat29"],
]);

export async function answer(message: IncomingMessage): Promise<void> {
  const colleagues = escalations.get(message.DIALOG_ID);
  if (colleagues === undefined) return;
  await call("imbot.message.add", {
    BOT_ID: message.BOT_ID,
    DIALOG_ID: colleagues,
    MESSAGE: `A visitor in ${message.DIALOG_ID} asks: ${message.MESSAGE}`,
  });
}

async function call(method: string, params: Record<string, unknown>): Promise<void> {
  const reply = await fetch(new URL(`${method}.json`, webhook), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(params),
  });
  if (!reply.ok) throw new Error(`${method} answered ${reply.status}`);
}
