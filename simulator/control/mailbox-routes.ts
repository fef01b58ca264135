import { Hono, type Context } from "hono";
import { z } from "zod";
import type { ExchangeServer } from "../outlook/exchange-server.ts";
import type { CalendarCopy } from "../outlook/meeting.ts";
import { viewCopy } from "../outlook/mailbox-view.ts";
import { respondToMeeting } from "../outlook/respond-to-meeting.ts";
import { ControlError } from "./control-error.ts";
import { findOwner, openMailbox, type MailboxOwner } from "./mailbox-desk.ts";
import {
  cancelByHand,
  editByHand,
  type OrganizersEvent,
} from "./organizer-desk.ts";
import { readBody } from "./read-body.ts";

const answerSchema = z.strictObject({
  response: z.enum(["accepted", "tentativelyAccepted", "declined"]),
  comment: z.string().default(""),
  sendResponse: z.boolean().default(true),
});

const wallClock = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
    "Use a date and a time such as 2026-12-01T17:00.",
  );
const editSchema = z.strictObject({
  subject: z.string().max(255).optional(),
  isAllDay: z.boolean().optional(),
  start: wallClock.optional(),
  end: wallClock.optional(),
  location: z.string().max(255).optional(),
  addAttendees: z
    .array(z.email("Write an address such as name@company.com."))
    .optional(),
  removeAttendees: z.array(z.string()).optional(),
});
const cancelSchema = z.strictObject({ comment: z.string().default("") });

function organizersEvent(c: Context): OrganizersEvent {
  return {
    organizer: c.req.param("personId") ?? "",
    eventId: c.req.param("eventId") ?? "",
  };
}

/** What a person does in Outlook. `:personId` may be an address, for people outside. */
export function mailboxRoutes(exchange: ExchangeServer): Hono {
  const routes = new Hono();
  const { simulation, mailboxes } = exchange;
  const base = "/mailboxes/:personId";

  routes.get(base, (c) => {
    const owner = findOwner(simulation, c.req.param("personId"));
    return c.json({
      person: owner.person ?? {
        id: owner.address,
        upn: owner.address,
        mail: owner.address,
        displayName: owner.name,
        jobTitle: "",
        isAdmin: false,
        isServiceAccount: false,
      },
      ...openMailbox(exchange, owner.address),
    });
  });

  routes.post(`${base}/events/:eventId/respond`, async (c) => {
    const answer = answerSchema.parse(await readBody(c));
    const owner = findOwner(simulation, c.req.param("personId"));
    const result = simulation.store.atomically(() =>
      respondToMeeting(exchange, {
        address: owner.address.toLowerCase(),
        meetingId: c.req.param("eventId"),
        ...answer,
      }),
    );
    if (result.ok) return c.json(viewCopy(exchange, result.copy, owner));
    throw result.reason === "cancelled"
      ? new ControlError(409, "The event is cancelled.")
      : notThere();
  });

  routes.post(`${base}/events/:eventId/remove`, (c) => {
    const owner = findOwner(simulation, c.req.param("personId"));
    const copy = copyOf(owner, c.req.param("eventId"));
    if (!copy.isCancelled) {
      throw new ControlError(
        409,
        "Decline the event instead: it is not cancelled.",
      );
    }
    mailboxes.deleteCopy(copy);
    simulation.changes.announce("mailboxes");
    return c.body(null, 204);
  });

  routes.patch(`${base}/events/:eventId`, async (c) => {
    const edit = editSchema.parse(await readBody(c));
    editByHand(exchange, organizersEvent(c), edit);
    return c.body(null, 204);
  });

  routes.post(`${base}/events/:eventId/cancel`, async (c) => {
    const { comment } = cancelSchema.parse(await readBody(c));
    cancelByHand(exchange, { ...organizersEvent(c), comment });
    return c.body(null, 204);
  });

  routes.post(`${base}/mails/:mailId/read`, (c) => {
    const owner = findOwner(simulation, c.req.param("personId"));
    const mail = mailboxes.mail(c.req.param("mailId"));
    if (mail?.address !== owner.address.toLowerCase()) {
      throw new ControlError(404, "There is no such mail in this mailbox.");
    }
    if (!mail.isRead) mailboxes.putMail({ ...mail, isRead: true });
    return c.body(null, 204);
  });

  return routes;

  function copyOf(owner: MailboxOwner, eventId: string): CalendarCopy {
    const copy = mailboxes.copy(owner.address.toLowerCase(), eventId);
    if (copy) return copy;
    throw notThere();
  }
}

function notThere(): ControlError {
  return new ControlError(404, "There is no such event in this calendar.");
}
