import {
  accessReport,
  type AccessReplies,
  type AccessReport,
} from "../../../src/core/diagnosis/accessReport";
import { success } from "../../../src/core/base/result";

/** A portal of today that grants everything, but for what a test says. */
export function reportOf(replies: Partial<AccessReplies> = {}): AccessReport {
  return accessReport(
    {
      profile: success({ ID: "1", ADMIN: true, NAME: "Ivy", LAST_NAME: "Stone" }),
      scope: success(["im", "imbot", "imopenlines"]),
      appInfo: success({ SCOPE: ["im"], LICENSE: "de_pro100" }),
      revisions: {
        "im.revision.get": success({ rest: 36 }),
        "imbot.v2.Revision.get": success({ rest: 36 }),
      },
      methodGet: () => success({ isExisting: true, isAvailable: true }),
      ...replies,
    },
    { host: "portal.example", status: 200 },
  );
}
