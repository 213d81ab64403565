import { objectOf } from "../../core/base/json";
/** What a command about a bot was given; what is not of its kind counts as not given. */
export function readBotArgument(argument: unknown): {
  readonly botId: number | undefined;
  readonly botToken: string | undefined;
} {
  const { botId, botToken } = objectOf(argument);
  return {
    botId: typeof botId === "number" && Number.isSafeInteger(botId) ? botId : undefined,
    botToken: typeof botToken === "string" ? botToken : undefined,
  };
}
