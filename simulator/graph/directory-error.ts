import { GraphError } from "./graph-error.ts";

/** The directory's refusals have codes of their own (Graph: Microsoft Graph error responses). */
export function invalidRequest(message: string): GraphError {
  return new GraphError({ status: 400, code: "Request_BadRequest", message });
}

export function requestDenied(): GraphError {
  return new GraphError({
    status: 403,
    code: "Authorization_RequestDenied",
    message: "Insufficient privileges to complete the operation.",
  });
}

export function resourceNotFound(id: string): GraphError {
  return new GraphError({
    status: 404,
    code: "Request_ResourceNotFound",
    message: `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  });
}

/** Reported in issue 690 of the Terraform provider for Entra ID; the documentation names no error. */
export function grantExists(): GraphError {
  return new GraphError({
    status: 409,
    code: "Request_MultipleObjectsWithSameKeyValue",
    message: "Permission entry already exists.",
  });
}
