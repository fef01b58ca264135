/** A permission that an app holds itself, without anybody signed in. */
export interface ApplicationPermission {
  name: string;
  /** The id of the app role on Microsoft Graph. */
  id: string;
  /** What the consent page says. */
  title: string;
}

/** Microsoft Graph permissions reference, application permissions: those that the product may list. */
export const knownApplicationPermissions: readonly ApplicationPermission[] = [
  {
    name: "OnlineMeetings.Read.All",
    id: "c1684f21-1984-47fa-9d61-2dc8c296bb70",
    title: "Read online meeting details",
  },
  {
    name: "OnlineMeetings.ReadWrite.All",
    id: "b8bb2037-6e08-44ac-a4ea-4674e010e2a4",
    title: "Read and create online meetings",
  },
  {
    name: "OnlineMeetingArtifact.Read.All",
    id: "df01ed3b-eb61-4eca-9965-6b3d789751b2",
    title: "Read online meeting artifacts",
  },
  {
    name: "Calendars.ReadWrite",
    id: "ef54d2bf-783f-4e0f-bca1-3210c0444d99",
    title: "Read and write calendars in all mailboxes",
  },
  {
    name: "Mail.Send",
    id: "b633e1c5-b582-4048-a93e-9f11b44c7e96",
    title: "Send mail as any user",
  },
];

export function findApplicationPermission(
  name: string,
): ApplicationPermission | undefined {
  return knownApplicationPermissions.find(
    (permission) => permission.name === name,
  );
}
