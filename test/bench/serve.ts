/** The other side of a `Worker`: answers each message, and ends with the process that started it. */
export function serve(answer: (message: unknown) => Promise<object>): void {
  process.on("disconnect", () => process.exit(0));
  process.on("message", (message: unknown) => {
    answer(message).then(
      (reply) => process.send?.(reply),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
