<#
.SYNOPSIS
Grants ERG Events its delegated permissions for the service account alone.

.DESCRIPTION
Connecting the account then asks for no approval, and nobody else's data is opened. Run it as often
as you like: what is there already stays as it is. Needs the modules Microsoft.Graph.Authentication,
Microsoft.Graph.Applications, Microsoft.Graph.Users and Microsoft.Graph.Identity.SignIns, and
somebody who signs in as a Cloud Application Administrator or above.

grant-to-service-account.sh does the same with the Azure CLI.

.PARAMETER ClientId
The application (client) id of ERG Events, AAD_APP_CLIENT_ID.

.PARAMETER ServiceAccount
The service account's sign-in name, or its object id.

.PARAMETER Environment
The cloud, as Get-MgEnvironment lists it: Global (the default), USGov, USGovDoD, China and others.

.PARAMETER Scopes
Other permissions than those that ERG Events asks for, with spaces between them.

.PARAMETER Remove
Takes the grant away again.

.EXAMPLE
./grant-to-service-account.ps1 -ClientId 00000000-0000-0000-0000-000000000000 -ServiceAccount ergs@company.com -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)]
  [guid] $ClientId,

  [Parameter(Mandatory)]
  [string] $ServiceAccount,

  [Alias("Cloud")]
  [string] $Environment = "Global",

  # What ERG Events asks for at Connect.
  [string] $Scopes = "openid profile offline_access User.Read Calendars.ReadWrite Mail.Send OnlineMeetings.ReadWrite OnlineMeetings.Read OnlineMeetingArtifact.Read.All",

  [switch] $Remove
)

$ErrorActionPreference = "Stop"
Set-StrictMode -Version 3.0

function Stop-WithSentence([string] $Sentence) {
  [Console]::Error.WriteLine($Sentence)
  exit 1
}

# A refusal in one plain sentence.
function Get-Explanation($Failure) {
  $text = "$($Failure.FullyQualifiedErrorId) $($Failure.Exception.Message)"
  if ($text -match "Authorization_RequestDenied|Insufficient privileges") {
    return "Your account may not do this; sign in as a Cloud Application Administrator or above, and run this again."
  }
  if ($text -match "MultipleObjectsWithSameKeyValue|already exists") {
    return "There is a grant that Microsoft Graph does not show yet; wait a minute and run this again."
  }
  return "Microsoft Graph did not answer as expected: $($Failure.Exception.Message)"
}

try {
  Connect-MgGraph -NoWelcome -Environment $Environment -Scopes @(
    "DelegatedPermissionGrant.ReadWrite.All",
    "Application.Read.All",
    "User.Read.All"
  )

  $app = Get-MgServicePrincipal -Filter "appId eq '$ClientId'" -Property "id,displayName,appRoleAssignmentRequired"
  if (-not $app) {
    Stop-WithSentence "This organization has no enterprise application with the client id $ClientId; see that the id is right, and make one for the app registration first (New-MgServicePrincipal -AppId $ClientId)."
  }
  # The app id of Microsoft Graph is the same in every organization and cloud.
  $graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'" -Property "id"

  $user = Get-MgUser -UserId $ServiceAccount -Property "id,userPrincipalName" -ErrorAction SilentlyContinue
  if (-not $user) {
    Stop-WithSentence "There is no account $ServiceAccount in this organization, or yours may not look it up."
  }
  $name = $user.UserPrincipalName

  $grant = Get-MgOauth2PermissionGrant -All -Filter "clientId eq '$($app.Id)' and consentType eq 'Principal' and principalId eq '$($user.Id)'" |
    Where-Object { $_.ResourceId -eq $graph.Id } |
    Select-Object -First 1
  $held = @()
  if ($grant) { $held = @($grant.Scope -split "\s+" | Where-Object { $_ }) }

  if ($Remove) {
    if (-not $grant) {
      Write-Output "$($app.DisplayName) holds no permissions for $name alone; there is nothing to take back."
    }
    elseif ($PSCmdlet.ShouldProcess($name, "Take back what $($app.DisplayName) may do: $held")) {
      Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId $grant.Id -Confirm:$false
      Write-Output "Taken back what $($app.DisplayName) could do as ${name}: $held"
      Write-Output "What it has been signed in for ends within about an hour; Settings in ERG Events then asks to connect again."
    }
    exit 0
  }

  # -notin compares without regard to the case of letters, as Entra does.
  $missing = @($Scopes -split "\s+" | Where-Object { $_ -and $_ -notin $held })
  if ($missing.Count -eq 0) {
    Write-Output "$($app.DisplayName) holds these permissions for $name already; nothing was changed."
  }
  elseif ($PSCmdlet.ShouldProcess($name, "Grant $($app.DisplayName): $missing")) {
    if ($grant) {
      Update-MgOauth2PermissionGrant -OAuth2PermissionGrantId $grant.Id -Scope (($held + $missing) -join " ")
      Write-Output "Added to what $($app.DisplayName) may do as $name, and as nobody else: $missing"
    }
    else {
      New-MgOauth2PermissionGrant -BodyParameter @{
        clientId    = $app.Id
        consentType = "Principal"
        principalId = $user.Id
        resourceId  = $graph.Id
        scope       = $missing -join " "
      } | Out-Null
      Write-Output "Granted $($app.DisplayName) for $name, and for nobody else: $missing"
    }
  }

  if ($app.AppRoleAssignmentRequired) {
    Write-Output "Only people who are assigned to $($app.DisplayName) may sign in to it: assign $name too (Entra, Enterprise applications, $($app.DisplayName), Users and groups)."
  }
  Write-Output "To take it back: $PSCommandPath -ClientId $ClientId -ServiceAccount $ServiceAccount -Environment $Environment -Remove"
}
catch {
  Stop-WithSentence (Get-Explanation $_)
}
