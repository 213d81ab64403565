import { demoMethods } from "./methods/demoMethods";
import { currentTraits } from "./portal/portalTraits";
import { Portal } from "./portal/portal";
import { parametersIn } from "./portal/parameters";
import { sourceRefusals } from "./portal/systemRefusals";
import { inlinePicture } from "./seed/avatars";

/** A call as the product sends it: a POST whose body is JSON. */
export interface DemoRequest {
  /** Percent-encoded: `/rest/1/secret/imbot.dialog.get`. */
  readonly path: string;
  readonly body: string;
}

/**
 * A Bitrix24 portal in memory: "Northwind Couriers", its people and its dialogs. Answers what the
 * product calls at once and without a network; the same clock and calls give the same replies.
 */
export class DemoPortal {
  private readonly portal: Portal;

  /** @param origin where the portal claims to live */
  constructor(origin: string, clock: () => number = Date.now) {
    this.portal = new Portal(demoMethods, {
      origin,
      clock,
      refusals: sourceRefusals,
      traits: currentTraits,
      pictureUrl: inlinePicture,
      moreChats: [],
    });
  }

  answer({ path, body }: DemoRequest): { readonly status: number; readonly body: string } {
    const [, , user = "", secret = "", method = ""] = path.split("/").map(decodeURIComponent);
    return this.portal.call({ user, secret, method, parameters: parametersIn(body) });
  }
}
