import type {
  AnswerBefore,
  Attendance,
  AttendanceBreakdown,
  AttendanceCounts,
  AttendanceFilter,
  AttendancePerson,
} from "../../../../../bot/contract/attendance.ts";
import { peopleCount } from "../../../groups/group-choice.ts";
import { nearTime } from "../../../time/when-sentence.ts";
import { answerLabel } from "../../answer-words.ts";
import { listOf } from "../../list-of.ts";

/** What somebody had answered, as the answers are called everywhere; or that they were not invited. */
export function answerBeforeLabel(answer: AnswerBefore): string {
  return answer === "notInvited" ? "Not invited" : answerLabel(answer);
}

/**
 * Who came, in whole sentences: `42 people came: 35 of 50 who had accepted and 7 without an RSVP. 15 who had accepted
 * did not come. 48 minutes in the Teams meeting on average.`
 */
export function cameSentence({ came, breakdown }: AttendanceCounts): string {
  if (breakdown === null) return `${cameWords(came)}.`;
  return [
    `${[cameWords(came), listOf(cameParts(breakdown))].filter((part) => part !== "").join(": ")}.`,
    stayedAwaySentence(breakdown),
    placesSentence(came, breakdown),
    minutesSentence(breakdown),
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}

function cameWords(came: number): string {
  return came === 0 ? "Nobody came" : `${peopleCount(came)} came`;
}

function cameParts(breakdown: AttendanceBreakdown): string[] {
  const parts = [
    { answer: "accepted", words: "who had accepted" },
    { answer: "tentative", words: "who had answered “maybe”" },
  ].flatMap(({ answer, words }) => {
    const bar = breakdown.byAnswer.find((one) => one.answer === answer);
    if (!bar || bar.came === 0) return [];
    return [
      `${number(bar.came)} of ${number(bar.came + bar.didNotCome)} ${words}`,
    ];
  });
  const others = breakdown.cameWithoutAnswer;
  return others === 0 ? parts : [...parts, `${number(others)} without an RSVP`];
}

function stayedAwaySentence({ didNotCome }: AttendanceBreakdown) {
  return didNotCome === 0
    ? null
    : `${number(didNotCome)} who had accepted did not come.`;
}

/** Where they were, of an event with people in both places. */
function placesSentence(
  came: number,
  { inMeeting, inRoom }: AttendanceBreakdown,
): string | null {
  if (inMeeting === 0 || inRoom === 0) return null;
  const both = inMeeting + inRoom - came;
  const places = `${number(inMeeting)} ${inMeeting === 1 ? "was" : "were"} in the Teams meeting and ${number(inRoom)} in the room`;
  return both > 0
    ? `${places}, ${number(both)} of them in both.`
    : `${places}.`;
}

function minutesSentence({ averageMinutes }: AttendanceBreakdown) {
  if (averageMinutes === null) return null;
  const unit = averageMinutes === 1 ? "minute" : "minutes";
  return `${number(averageMinutes)} ${unit} in the Teams meeting on average.`;
}

/** While the event goes on, or nothing is known from Teams: who was ticked off alone says nothing of who stayed away. */
export function tickedSentence(inRoom: number): string {
  return inRoom === 0
    ? "Nobody is ticked off yet."
    : `${peopleCount(inRoom)} ${inRoom === 1 ? "is" : "are"} ticked off in the room.`;
}

/** Why somebody who does not lead reads no numbers. */
export const tooFewSentence =
  "How many came is told once so many did that nobody can be guessed.";

/** View-only attendees of very large meetings (Microsoft: Teams meeting attendance report, limits). */
export function unlistedSentence(unlisted: number): string | null {
  if (unlisted === 0) return null;
  const people =
    unlisted === 1 ? "1 more person" : `${number(unlisted)} more people`;
  return `Teams counted ${people} than it lists: of very large meetings it leaves out those who can only watch. They are in no number here.`;
}

export interface AttendanceBar {
  answer: AnswerBefore;
  label: string;
  came: number;
  didNotCome: number;
  /** Parts of the longest bar, from 0 to 1. */
  cameShare: number;
  didNotComeShare: number;
}

const barOrder: AnswerBefore[] = [
  "accepted",
  "tentative",
  "declined",
  "none",
  "notInvited",
];

/** What the chart draws: a bar for each answer that anybody gave, of those who came and those who did not. */
export function attendanceBars({
  byAnswer,
}: Pick<AttendanceBreakdown, "byAnswer">): AttendanceBar[] {
  const longest = Math.max(
    1,
    ...byAnswer.map(({ came, didNotCome }) => came + didNotCome),
  );
  return barOrder.flatMap((answer) => {
    const bar = byAnswer.find((one) => one.answer === answer);
    if (!bar || bar.came + bar.didNotCome === 0) return [];
    const { came, didNotCome } = bar;
    return [
      {
        answer,
        label: answerBeforeLabel(answer),
        came,
        didNotCome,
        cameShare: came / longest,
        didNotComeShare: didNotCome / longest,
      },
    ];
  });
}

/** Whether the numbers are of everybody who came, so far as that can be known: while a report is awaited they are not. */
export function isWhole({ state }: Pick<Attendance, "state">): boolean {
  return state === "read" || state === "none";
}

interface FilterLabel {
  filter: AttendanceFilter;
  label: string;
}

/** The filters that make sense by now, in the order of the choice. */
export function filtersFor(
  attendance: Pick<Attendance, "state">,
): FilterLabel[] {
  return isWhole(attendance) ? filterLabels : filterLabels.slice(0, 2);
}

const filterLabels: FilterLabel[] = [
  { filter: "all", label: "Everybody" },
  { filter: "came", label: "Came" },
  { filter: "cameWithoutAnswer", label: "Came without an RSVP" },
  { filter: "didNotCome", label: "Accepted and did not come" },
];

/** How many people the list has, and whether all of them are shown. */
export function peopleSentence(given: {
  shown: number;
  total: number;
  filter: AttendanceFilter;
  search: string;
}): string {
  const { shown, total, filter, search } = given;
  if (total === 0) {
    if (search !== "") return "Nobody here has this in name or address.";
    return {
      all: "Nobody is invited by name, and nobody came.",
      came: "Nobody came so far as is known.",
      cameWithoutAnswer: "Nobody came without an RSVP.",
      didNotCome: "Everybody who had accepted came.",
    }[filter];
  }
  return shown < total
    ? `The first ${number(shown)} of ${peopleCount(total)}.`
    : `${peopleCount(total)}.`;
}

/** What else there is to say of somebody; null: a person of the organization. */
export function kindNote({
  kind,
}: Pick<AttendancePerson, "kind">): string | null {
  return { person: null, guest: "Guest", phone: "By phone" }[kind];
}

/** When somebody was in the meeting, as the reader writes times; with the day where it is another than the event's. */
export function stayOf(
  { inMeeting }: Pick<AttendancePerson, "inMeeting">,
  startsAt: string,
  reader: { locale: string; timeZone: string },
): { joined: string; left: string; minutes: string } | null {
  if (inMeeting === null) return null;
  const time = (at: string) => nearTime(at, reader, new Date(startsAt));
  return {
    joined: time(inMeeting.firstJoinAt),
    left: time(inMeeting.lastLeaveAt),
    minutes: number(inMeeting.minutes),
  };
}

function number(count: number): string {
  return count.toLocaleString("en");
}
