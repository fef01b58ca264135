import type { InterceptedMoment } from "../../../simulator/simulation.ts";

/** A call of the product's to Microsoft: the nth of its kind in a flow. */
export interface OutgoingCall {
  /** Such as `graph PATCH /me/events/{id}`. */
  kind: string;
  nth: number;
}

/** Pages of Entra that a person's browser opens. */
const forBrowsers = /\/(authorize|adminconsent|consent|kmsi|pages?)\b/;

/** @returns null for what does not come from the product */
export function kindOfCall(moment: InterceptedMoment): string | null {
  const { service, method } = moment;
  if (service === "bot" || service === "notification") return null;
  if (service === "entra" && forBrowsers.test(moment.path)) return null;
  const path = decodeURIComponent(moment.path)
    .replace(/\?.*$/, "")
    .replace(/^\/v1\.0|^\/connector/, "")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/gi, "{id}")
    .replace(
      /\/(events|subscriptions|teams|onlineMeetings|conversations|activities|members)\/[^/$]+/g,
      "/$1/{id}",
    );
  return `${service} ${method} ${path}`;
}
