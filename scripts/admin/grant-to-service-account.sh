#!/usr/bin/env bash
#
# Grants ERG Events its delegated permissions for the service account alone, so that connecting it
# asks for no approval and nobody else's data is opened. Needs the Azure CLI, signed in as a Cloud
# Application Administrator or above (az login --allow-no-subscriptions). Run it as often as you
# like: what is there already stays as it is.
#
# The Azure CLI, because Microsoft has ended its Graph CLI, mgc ("Deprecation of the Microsoft Graph
# CLI", 2025). With PowerShell: grant-to-service-account.ps1 does the same.

set -euo pipefail
export LC_ALL=C

usage() {
  cat <<'TEXT'
grant-to-service-account.sh --client-id ID --service-account NAME [options]

  --client-id ID           the application (client) id of ERG Events, AAD_APP_CLIENT_ID
  --service-account NAME   the service account's sign-in name (or object id)
  --graph URL              Microsoft Graph of your cloud; https://graph.microsoft.com by default
                           (in a national cloud also: az cloud set --name …, before az login)
  --scopes "NAME NAME …"   other permissions than those that ERG Events asks for
  --remove                 take the grant away again
  --dry-run                say what would be done, and change nothing
  --help                   this text
TEXT
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

client_id=
account=
graph=https://graph.microsoft.com
# What ERG Events asks for at Connect.
scopes="openid profile offline_access User.Read Calendars.ReadWrite Mail.Send OnlineMeetings.ReadWrite OnlineMeetings.Read OnlineMeetingArtifact.Read.All"
usual_graph=$graph
usual_scopes=$scopes
remove=no
dry_run=no

while [ $# -gt 0 ]; do
  case $1 in
    --client-id | --service-account | --graph | --scopes)
      [ -n "${2:-}" ] || fail "$1 needs a value; see --help."
      case $1 in
        --client-id) client_id=$2 ;;
        --service-account) account=$2 ;;
        --graph) graph=${2%/} ;;
        --scopes) scopes=$2 ;;
      esac
      shift 2
      ;;
    --remove) remove=yes && shift ;;
    --dry-run) dry_run=yes && shift ;;
    --help | -h) usage && exit 0 ;;
    *) fail "There is no option $1; see --help." ;;
  esac
done

names='^[A-Za-z][A-Za-z0-9._ -]*$'
guid='^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$'
[[ $client_id =~ $guid ]] ||
  fail "Give the client id of ERG Events with --client-id; it looks like 00000000-0000-0000-0000-000000000000."
[[ $account =~ $guid || $account == ?*@?* ]] ||
  fail "Give the service account's sign-in name with --service-account; it looks like ergs@company.com."
[[ $scopes =~ $names ]] ||
  fail "Give the permissions' names with --scopes, with spaces between them."
[[ $graph == https://* ]] ||
  fail "Give the address of Microsoft Graph with --graph; it begins with https://."
command -v az >/dev/null ||
  fail "The Azure CLI (az) is not installed; install it, or run grant-to-service-account.ps1 in PowerShell."

errors=$(mktemp)
trap 'rm -f "$errors"' EXIT

# Says in one sentence why Graph refused, from what az has written; the argument is what to say
# when something was not found.
explain() {
  case $(cat "$errors") in
    *"az login"*)
      fail "You are not signed in; run: az login --allow-no-subscriptions"
      ;;
    *Authorization_RequestDenied* | *"Forbidden("*)
      fail "Your account may not do this; sign in with az login as a Cloud Application Administrator or above, and run this again."
      ;;
    *Request_ResourceNotFound* | *"Not Found("*)
      fail "$1"
      ;;
    *Request_MultipleObjectsWithSameKeyValue* | *"already exists"*)
      fail "There is a grant that Microsoft Graph does not show yet; wait a minute and run this again."
      ;;
    *"Max retries exceeded"* | *ConnectionError*)
      fail "Microsoft Graph cannot be reached at $graph; see that the address is right."
      ;;
    *"Service Unavailable("* | *"Too Many Requests("* | *"Gateway Timeout("* | *"Internal Server Error("*)
      fail "Microsoft Graph is busy or in trouble; wait a minute and run this again."
      ;;
    *)
      fail "Microsoft Graph did not answer as expected: $(tr '\n' ' ' <"$errors" | cut -c 1-300)"
      ;;
  esac
}

# call METHOD PATH JMESPATH [BODY] [NOT FOUND]: prints the values that the query picks, one a line.
call() {
  set -- "$1" "$2" "$3" "${4:-}" "${5:-The grant is gone already; run this again.}"
  if [ -z "$4" ]; then
    az rest --method "$1" --url "$graph/v1.0/$2" --resource "$graph" \
      --query "$3" --output tsv 2>"$errors" || explain "$5"
  else
    az rest --method "$1" --url "$graph/v1.0/$2" --resource "$graph" \
      --headers "Content-Type=application/json" --body "$4" \
      --query "$3" --output tsv 2>"$errors" || explain "$5"
  fi
}

# The n-th line of a text; empty when there is none.
line() {
  printf '%s\n' "$2" | sed -n "$1p" | tr -d '\r'
}

encode() {
  local text=$1 out='' character i
  for ((i = 0; i < ${#text}; i++)); do
    character=${text:i:1}
    case $character in
      [A-Za-z0-9._~@-]) out+=$character ;;
      *) out+=$(printf '%%%02X' "'$character") ;;
    esac
  done
  printf '%s' "$out"
}

# Names of the second list that the first one lacks, whatever the case of their letters.
missing_from() {
  local held name
  held=" $(printf '%s' "$1" | tr '[:upper:]' '[:lower:]') "
  for name in $2; do
    case $held in
      *" $(printf '%s' "$name" | tr '[:upper:]' '[:lower:]') "*) ;;
      *) printf '%s ' "$name" ;;
    esac
  done | sed 's/ $//'
}

app=$(call GET "servicePrincipals?\$filter=appId%20eq%20'$client_id'&\$select=id,displayName,appRoleAssignmentRequired" \
  "value[0].[id,displayName,appRoleAssignmentRequired]")
app_id=$(line 1 "$app")
app_name=$(line 2 "$app")
[ -n "$app_id" ] ||
  fail "This organization has no enterprise application with the client id $client_id; see that the id is right, and make one for the app registration first (az ad sp create --id $client_id)."

user=$(call GET "users/$(encode "$account")?\$select=id,userPrincipalName" "[id,userPrincipalName]" "" \
  "There is no account $account in this organization.")
user_id=$(line 1 "$user")
user_name=$(line 2 "$user")

# The app id of Microsoft Graph is the same in every organization and cloud.
resource_id=$(call GET "servicePrincipals(appId='00000003-0000-0000-c000-000000000000')?\$select=id" "id")

grant=$(call GET "oauth2PermissionGrants?\$filter=clientId%20eq%20'$app_id'%20and%20consentType%20eq%20'Principal'%20and%20principalId%20eq%20'$user_id'" \
  "value[?resourceId=='$resource_id'] | [0].[id,scope]")
grant_id=$(line 1 "$grant")
# Entra itself begins some lists of scopes with a space.
held=$(line 2 "$grant" | sed 's/^ *//; s/ *$//')

if [ "$remove" = yes ]; then
  if [ -z "$grant_id" ]; then
    echo "$app_name holds no permissions for $user_name alone; there is nothing to take back."
  elif [ "$dry_run" = yes ]; then
    echo "Would take back what $app_name may do as $user_name: $held"
  else
    call DELETE "oauth2PermissionGrants/$grant_id" "@" >/dev/null
    echo "Taken back what $app_name could do as $user_name: $held"
    echo "What it has been signed in for ends within about an hour; Settings in ERG Events then asks to connect again."
  fi
  exit 0
fi

missing=$(missing_from "$held" "$scopes")
if [ -z "$missing" ]; then
  echo "$app_name holds these permissions for $user_name already; nothing was changed."
elif [ "$dry_run" = yes ]; then
  echo "Would grant $app_name for $user_name alone: $missing"
elif [ -n "$grant_id" ]; then
  call PATCH "oauth2PermissionGrants/$grant_id" "@" "{\"scope\":\"$held $missing\"}" >/dev/null
  echo "Added to what $app_name may do as $user_name, and as nobody else: $missing"
else
  call POST oauth2PermissionGrants "id" \
    "{\"clientId\":\"$app_id\",\"consentType\":\"Principal\",\"principalId\":\"$user_id\",\"resourceId\":\"$resource_id\",\"scope\":\"$missing\"}" \
    "Microsoft Graph does not know the account or the application yet; wait a minute and run this again." >/dev/null
  echo "Granted $app_name for $user_name, and for nobody else: $missing"
fi

if [ "$(line 3 "$app" | tr '[:upper:]' '[:lower:]')" = true ]; then
  echo "Only people who are assigned to $app_name may sign in to it: assign $user_name too (Entra, Enterprise applications, $app_name, Users and groups)."
fi
if [ "$dry_run" = no ]; then
  [ "$scopes" != "$usual_scopes" ] ||
    echo "Now choose Connect in ERG Events and sign in as $user_name: no approval is asked for."
  again="$0 --client-id $client_id --service-account $account"
  [ "$graph" = "$usual_graph" ] || again="$again --graph $graph"
  echo "To take it back: $again --remove"
fi
