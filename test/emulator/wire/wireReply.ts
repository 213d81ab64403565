export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const corsHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "origin, content-type, accept",
};

export const preflightHeaders: Readonly<Record<string, string>> = corsHeaders;

export const restHeaders: Readonly<Record<string, string>> = {
  "Content-Type": "application/json; charset=utf-8",
  ...corsHeaders,
  "X-Content-Type-Options": "nosniff",
};

/** What the cloud adds to every answer of a method. */
export function cloudHeaders(durationSeconds: number): Record<string, string> {
  return {
    "X-Bitrix-Rest-Time": durationSeconds.toFixed(10),
    "X-Bitrix-Rest-User-Time": (durationSeconds / 2).toFixed(10),
    "X-Bitrix-Rest-System-Time": (durationSeconds / 8).toFixed(10),
  };
}
