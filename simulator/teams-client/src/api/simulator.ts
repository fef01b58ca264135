import { anyShape, call } from "./call.ts";
import {
  exchangesShape,
  faultsShape,
  settingsSchemaShape,
  settingsShape,
  type Fault,
  type SettingValue,
} from "./inspector-shapes.ts";
import {
  heldMeetingShape,
  mailboxShape,
  type EventEdit,
  type MailAnswer,
} from "./mailbox-shapes.ts";
import { peopleShape, ssoTokenShape, worldShape } from "./shapes.ts";

const segment = encodeURIComponent;

/** Everything that this client asks of the simulator. */
export const simulator = {
  world: (signal?: AbortSignal) =>
    call({ path: "/world", shape: worldShape, signal }),

  searchPeople: async (search: string, signal?: AbortSignal) => {
    const path = `/people?search=${segment(search)}`;
    const { people } = await call({ path, shape: peopleShape, signal });
    return people;
  },

  ssoToken: async (personId: string) => {
    const { token } = await call({
      path: "/sso-token",
      method: "POST",
      body: { personId },
      shape: ssoTokenShape,
    });
    return token;
  },

  mailbox: (personId: string, signal?: AbortSignal) =>
    call({
      path: `/mailboxes/${segment(personId)}`,
      shape: mailboxShape,
      signal,
    }),

  respond: (answer: {
    personId: string;
    eventId: string;
    response: MailAnswer;
    comment: string;
    sendResponse: boolean;
  }) =>
    call({
      path: `/mailboxes/${segment(answer.personId)}/events/${segment(answer.eventId)}/respond`,
      method: "POST",
      body: {
        response: answer.response,
        sendResponse: answer.sendResponse,
        ...(answer.comment === "" ? {} : { comment: answer.comment }),
      },
      shape: anyShape,
    }),

  markRead: (personId: string, mailId: string) =>
    call({
      path: `/mailboxes/${segment(personId)}/mails/${segment(mailId)}/read`,
      method: "POST",
      shape: anyShape,
    }),

  removeEvent: (personId: string, eventId: string) =>
    call({
      path: `/mailboxes/${segment(personId)}/events/${segment(eventId)}/remove`,
      method: "POST",
      shape: anyShape,
    }),

  /** In the organizer's own Outlook; what is not named stays. */
  editEvent: (edit: { personId: string; eventId: string; change: EventEdit }) =>
    call({
      path: `/mailboxes/${segment(edit.personId)}/events/${segment(edit.eventId)}`,
      method: "PATCH",
      body: edit.change,
      shape: anyShape,
    }),

  cancelEvent: (personId: string, eventId: string) =>
    call({
      path: `/mailboxes/${segment(personId)}/events/${segment(eventId)}/cancel`,
      method: "POST",
      body: {},
      shape: anyShape,
    }),

  /** With whom one would expect, at the planned time or until now. */
  holdMeeting: (eventId: string) =>
    call({
      path: "/meetings/hold",
      method: "POST",
      body: { eventId },
      shape: heldMeetingShape,
    }),

  installApp: (teamId: string, personId: string) =>
    call({
      path: `/teams/${segment(teamId)}/app`,
      method: "POST",
      body: { personId },
      shape: anyShape,
    }),

  removeApp: (teamId: string, personId: string) =>
    call({
      path: `/teams/${segment(teamId)}/app`,
      method: "DELETE",
      body: { personId },
      shape: anyShape,
    }),

  exchanges: (after: number, signal?: AbortSignal) =>
    call({
      path: `/exchanges?after=${String(after)}&limit=500`,
      shape: exchangesShape,
      signal,
    }),

  settings: (signal?: AbortSignal) =>
    call({ path: "/settings", shape: settingsShape, signal }),

  settingsSchema: (signal?: AbortSignal) =>
    call({ path: "/settings/schema", shape: settingsSchemaShape, signal }),

  changeSetting: (name: string, value: SettingValue) =>
    call({
      path: "/settings",
      method: "PATCH",
      body: { [name]: value },
      shape: anyShape,
    }),

  faults: (signal?: AbortSignal) =>
    call({ path: "/faults", shape: faultsShape, signal }),

  addFault: (fault: Omit<Fault, "id">) =>
    call({ path: "/faults", method: "POST", body: fault, shape: anyShape }),

  removeFault: (id: string) =>
    call({
      path: `/faults/${segment(id)}`,
      method: "DELETE",
      shape: anyShape,
    }),

  reset: () => call({ path: "/reset", method: "POST", shape: anyShape }),
};
