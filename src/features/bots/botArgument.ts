/** What a command about a bot was given; what is not of its kind counts as not given. */
export function readBotArgument(argument: unknown): {
  readonly botId: number | undefined;
  readonly botToken: string | undefined;
} {
  if (typeof argument !== "object" || argument === null)
    return { botId: undefined, botToken: undefined };
  const botId = "botId" in argument ? argument.botId : undefined;
  const botToken = "botToken" in argument ? argument.botToken : undefined;
  return {
    botId: typeof botId === "number" && Number.isSafeInteger(botId) ? botId : undefined,
    botToken: typeof botToken === "string" ? botToken : undefined,
  };
}
