// Stands for BX24.js inside a page of the portal, with the webhook in the place of the reader's own rights.
async function send(method, params) {
  const answer = await fetch(`${process.env.B24_WEBHOOK.replace(/\/$/, "")}/${method}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(params),
  });
  return answer.json();
}

function ajaxResult(reply) {
  return {
    error: () => (reply.error === undefined ? undefined : { ex: reply }),
    data: () => reply.result,
  };
}

globalThis.BX24 = {
  init: (whenReady) => whenReady(),
  callMethod: async (method, params, whenDone) => whenDone(ajaxResult(await send(method, params))),
  callBatch: async (calls, whenDone) => {
    const cmd = Object.fromEntries(
      Object.entries(calls).map(([name, [method, params]]) => [
        name,
        `${method}?${new URLSearchParams(params)}`,
      ]),
    );
    const { result } = await send("batch", { halt: 0, cmd });
    const named = Object.keys(calls).map((name) => {
      const error = result.result_error[name];
      return [name, ajaxResult(error ?? { result: result.result[name] })];
    });
    whenDone(Object.fromEntries(named));
  },
};

globalThis.document = {
  getElementById: () => ({
    set textContent(text) {
      process.stdout.write(text);
    },
    get textContent() {
      return "";
    },
  }),
};
