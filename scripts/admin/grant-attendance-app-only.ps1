<#
.SYNOPSIS
Lets ERG Events read the service account's attendance reports as an app, without anybody signed in.

.DESCRIPTION
Optional: with the delegated OnlineMeetingArtifact.Read.All, which grant-to-service-account grants,
the connected account reads the reports of its own meetings, and none of this is needed.

Two things together open the reports to the app itself: two application permissions of Microsoft
Graph, and an application access policy of Teams that names the app for the service account. The
permissions alone open nobody's meetings; the policy is given to the service account and to nobody
else. It can take up to 30 minutes until the policy is effective.

Needs the modules Microsoft.Graph.Authentication, Microsoft.Graph.Applications, Microsoft.Graph.Users
and MicrosoftTeams, and somebody who signs in as a Privileged Role Administrator or Global
Administrator (for Graph) and as a Teams Administrator (for Teams). Run it as often as you like.

.PARAMETER ClientId
The application (client) id of ERG Events, AAD_APP_CLIENT_ID.

.PARAMETER ServiceAccount
The service account's sign-in name, or its object id.

.PARAMETER PolicyName
The name of the policy in Teams.

.PARAMETER Environment
The cloud, as Get-MgEnvironment lists it: Global (the default), USGov, USGovDoD, China.

.PARAMETER Remove
Takes the permissions and the policy away again; a policy that names other apps, too, stays for those.

.EXAMPLE
./grant-attendance-app-only.ps1 -ClientId 00000000-0000-0000-0000-000000000000 -ServiceAccount ergs@company.com -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)]
  [guid] $ClientId,

  [Parameter(Mandatory)]
  [string] $ServiceAccount,

  [string] $PolicyName = "ERG-Events-attendance",

  [Alias("Cloud")]
  [ValidateSet("Global", "USGov", "USGovDoD", "China")]
  [string] $Environment = "Global",

  [switch] $Remove
)

$ErrorActionPreference = "Stop"
Set-StrictMode -Version 3.0

# Microsoft Graph permissions reference: the ids of the application permissions.
$permissions = [ordered]@{
  "OnlineMeetings.Read.All"        = "c1684f21-1984-47fa-9d61-2dc8c296bb70"
  "OnlineMeetingArtifact.Read.All" = "df01ed3b-eb61-4eca-9965-6b3d789751b2"
}
$teamsEnvironments = @{ USGov = "TeamsGCCH"; USGovDoD = "TeamsDOD"; China = "TeamsChina" }

function Stop-WithSentence([string] $Sentence) {
  [Console]::Error.WriteLine($Sentence)
  exit 1
}

# A refusal in one plain sentence.
function Get-Explanation($Failure) {
  $text = "$($Failure.FullyQualifiedErrorId) $($Failure.Exception.Message)"
  if ($text -match "Authorization_RequestDenied|Insufficient privileges|Access Denied|Forbidden") {
    return "Your account may not do this; sign in as a Privileged Role Administrator for the permissions and as a Teams Administrator for the policy, and run this again."
  }
  return "Microsoft did not answer as expected: $($Failure.Exception.Message)"
}

try {
  Connect-MgGraph -NoWelcome -Environment $Environment -Scopes @(
    "AppRoleAssignment.ReadWrite.All",
    "Application.Read.All",
    "User.Read.All"
  )

  $app = Get-MgServicePrincipal -Filter "appId eq '$ClientId'" -Property "id,displayName"
  if (-not $app) {
    Stop-WithSentence "This organization has no enterprise application with the client id $ClientId; see that the id is right, and make one for the app registration first (New-MgServicePrincipal -AppId $ClientId)."
  }
  # The app id of Microsoft Graph is the same in every organization and cloud.
  $graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'" -Property "id"

  # The policy is given by object id.
  $user = Get-MgUser -UserId $ServiceAccount -Property "id,userPrincipalName" -ErrorAction SilentlyContinue
  if (-not $user) {
    Stop-WithSentence "There is no account $ServiceAccount in this organization, or yours may not look it up."
  }
  $name = $user.UserPrincipalName

  $assignments = @(
    Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -All |
      Where-Object { $_.ResourceId -eq $graph.Id }
  )
  foreach ($permission in $permissions.GetEnumerator()) {
    $assignment = $assignments | Where-Object { $_.AppRoleId -eq $permission.Value } | Select-Object -First 1
    if ($Remove) {
      if ($assignment -and $PSCmdlet.ShouldProcess($app.DisplayName, "Take back $($permission.Key)")) {
        Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -AppRoleAssignmentId $assignment.Id -Confirm:$false
        Write-Output "Taken back from $($app.DisplayName) itself: $($permission.Key)"
      }
    }
    elseif ($assignment) {
      Write-Output "$($app.DisplayName) itself holds $($permission.Key) already."
    }
    elseif ($PSCmdlet.ShouldProcess($app.DisplayName, "Grant $($permission.Key)")) {
      New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -BodyParameter @{
        principalId = $app.Id
        resourceId  = $graph.Id
        appRoleId   = $permission.Value
      } | Out-Null
      Write-Output "Granted to $($app.DisplayName) itself: $($permission.Key)"
    }
  }

  $teams = @{}
  if ($teamsEnvironments.ContainsKey($Environment)) {
    $teams.TeamsEnvironmentName = $teamsEnvironments[$Environment]
  }
  Connect-MicrosoftTeams @teams | Out-Null
  $policy = Get-CsApplicationAccessPolicy -Identity $PolicyName -ErrorAction SilentlyContinue

  if ($Remove) {
    if (-not $policy) {
      Write-Output "There is no policy $PolicyName."
      exit 0
    }
    $others = @($policy.AppIds | Where-Object { $_ -ne "$ClientId" })
    if ($others.Count -gt 0) {
      # What it does for other apps stays as it is.
      if ($PSCmdlet.ShouldProcess($PolicyName, "Take $($app.DisplayName) off the application access policy")) {
        Set-CsApplicationAccessPolicy -Identity $PolicyName -AppIds @{ Remove = "$ClientId" }
        Write-Output "The policy $PolicyName stays for other apps and names $($app.DisplayName) no more; it takes up to 30 minutes until that is effective."
      }
    }
    elseif ($PSCmdlet.ShouldProcess($name, "Take back the policy $PolicyName")) {
      # Without a policy of its own the account has the one of the whole organization, if any.
      Grant-CsApplicationAccessPolicy -PolicyName $null -Identity $user.Id
      Remove-CsApplicationAccessPolicy -Identity $PolicyName
      Write-Output "Taken back the policy $PolicyName from $name; it takes up to 30 minutes until that is effective."
    }
    exit 0
  }

  if (-not $policy) {
    if ($PSCmdlet.ShouldProcess($PolicyName, "Make an application access policy for $($app.DisplayName)")) {
      New-CsApplicationAccessPolicy -Identity $PolicyName -AppIds "$ClientId" -Description "Lets ERG Events read the online meetings and attendance reports of its service account." | Out-Null
    }
  }
  elseif ("$ClientId" -notin $policy.AppIds) {
    if ($PSCmdlet.ShouldProcess($PolicyName, "Add $($app.DisplayName) to the application access policy")) {
      Set-CsApplicationAccessPolicy -Identity $PolicyName -AppIds @{ Add = "$ClientId" }
    }
  }
  # An account has one such policy at a time: this one replaces another.
  if ($PSCmdlet.ShouldProcess($name, "Give the policy $PolicyName")) {
    Grant-CsApplicationAccessPolicy -PolicyName $PolicyName -Identity $user.Id
    Write-Output "The policy $PolicyName lets $($app.DisplayName) read the meetings of $name, and of nobody else; it takes up to 30 minutes until that is effective."
  }
  Write-Output "To take it back: $PSCommandPath -ClientId $ClientId -ServiceAccount $ServiceAccount -PolicyName $PolicyName -Environment $Environment -Remove"
}
catch {
  Stop-WithSentence (Get-Explanation $_)
}
