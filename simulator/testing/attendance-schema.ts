/**
 * What replies about attendance may hold, as Microsoft's OpenAPI description of Graph v1.0 has it; unlike there, nothing
 * else may be in them. In JSON Schema's words.
 */
const optionalText = { type: ["string", "null"] };
const seconds = { type: "integer", minimum: 0, maximum: 2_147_483_647 };
const instant = {
  type: "string",
  format: "date-time",
  pattern:
    "^[0-9]{4,}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,12})?(Z|[+-][0-9][0-9]:[0-9][0-9])$",
};
const link = { type: "string", format: "uri" };

const attendanceRecord = {
  type: "object",
  additionalProperties: false,
  required: [
    "id",
    "emailAddress",
    "totalAttendanceInSeconds",
    "role",
    "identity",
    "attendanceIntervals",
  ],
  properties: {
    id: { type: "string", minLength: 1 },
    emailAddress: optionalText,
    totalAttendanceInSeconds: seconds,
    role: { enum: ["None", "Attendee", "Presenter", "Organizer"] },
    identity: {
      type: ["object", "null"],
      additionalProperties: false,
      properties: {
        "@odata.type": {
          type: "string",
          pattern: "^#microsoft[.]graph[.]communications\\w+Identity$",
        },
        id: optionalText,
        displayName: optionalText,
        tenantId: optionalText,
      },
    },
    attendanceIntervals: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["joinDateTime", "leaveDateTime", "durationInSeconds"],
        properties: {
          joinDateTime: instant,
          leaveDateTime: instant,
          durationInSeconds: seconds,
        },
      },
    },
  },
};

const report = {
  id: { type: "string", minLength: 1 },
  totalParticipantCount: seconds,
  meetingStartDateTime: instant,
  meetingEndDateTime: instant,
};

function objectWith(
  required: Record<string, unknown>,
  optional: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    type: "object",
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  };
}

export const attendanceSchemas = {
  reportList: objectWith({
    "@odata.context": link,
    value: {
      type: "array",
      items: objectWith({
        ...report,
        attendanceRecords: { type: "array", maxItems: 0 },
      }),
    },
  }),
  report: objectWith({ "@odata.context": link, ...report }),
  expandedReport: objectWith(
    {
      "@odata.context": link,
      ...report,
      "attendanceRecords@odata.context": link,
      attendanceRecords: { type: "array", items: attendanceRecord },
    },
    { "attendanceRecords@odata.nextLink": link },
  ),
  recordList: objectWith(
    {
      "@odata.context": link,
      value: { type: "array", items: attendanceRecord },
    },
    { "@odata.nextLink": link },
  ),
};
