import { Text } from "@fluentui/react-components";

/** Entra's own approval workflow (Microsoft Entra: "Configure the admin consent workflow"). */
export function WorkflowWay() {
  return (
    <>
      <Text>
        Where your organization has switched on requests, Microsoft’s page is
        headed “Approval required” and asks for a reason: write one and choose
        “Request approval”. A reviewer gets a mail. Where it is headed “Need
        admin approval” and has no such field, requests are switched off; they
        are in the Entra admin center under Enterprise applications, Consent and
        permissions, Admin consent settings.
      </Text>
      <Text>
        What the reviewer approves holds for every user, not for the service
        account alone.
      </Text>
    </>
  );
}
