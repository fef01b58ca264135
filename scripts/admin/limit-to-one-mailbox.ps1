<#
.SYNOPSIS
Keeps ERG Events' application permissions for calendars, should any ever be granted, to one mailbox.

.DESCRIPTION
Optional, and as a rule without an effect: ERG Events asks for no application permission that reaches
mailboxes. Its delegated token reaches the service account's own mailbox, and others only if somebody
shares theirs with that account.

Where your organization wants the limit to stand all the same, Exchange Online has it as role-based
access control for applications: the role is assigned to the app with a scope of one mailbox. A
permission that is granted to the app in Entra adds to it and is not narrowed by it: take that away.

Needs the module ExchangeOnlineManagement, and somebody who signs in as an Exchange Administrator.

.PARAMETER ClientId
The application (client) id of ERG Events, AAD_APP_CLIENT_ID.

.PARAMETER ObjectId
The object id of the enterprise application (Entra, Enterprise applications, ERG Events, Overview).

.PARAMETER ServiceAccount
The service account's mail address.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)]
  [guid] $ClientId,

  [Parameter(Mandatory)]
  [guid] $ObjectId,

  [Parameter(Mandatory)]
  [string] $ServiceAccount
)

$ErrorActionPreference = "Stop"
Set-StrictMode -Version 3.0

$scope = "ERG Events mailbox"
$role = "Application Calendars.ReadWrite"
# A quote in an address is doubled in a filter.
$filter = "PrimarySmtpAddress -eq '$($ServiceAccount.Replace("'", "''"))'"

Connect-ExchangeOnline -ShowBanner:$false

if ($PSCmdlet.ShouldProcess($ServiceAccount, "Limit ERG Events to this mailbox")) {
  if (-not (Get-ServicePrincipal -Identity $ObjectId -ErrorAction SilentlyContinue)) {
    New-ServicePrincipal -AppId $ClientId -ObjectId $ObjectId -DisplayName "ERG Events" | Out-Null
  }
  if (Get-ManagementScope -Identity $scope -ErrorAction SilentlyContinue) {
    Set-ManagementScope -Identity $scope -RecipientRestrictionFilter $filter
  }
  else {
    New-ManagementScope -Name $scope -RecipientRestrictionFilter $filter | Out-Null
  }
  $assigned = Get-ManagementRoleAssignment -RoleAssignee $ObjectId -ErrorAction SilentlyContinue |
    Where-Object { $_.Role -eq $role }
  if (-not $assigned) {
    New-ManagementRoleAssignment -App $ObjectId -Role $role -CustomResourceScope $scope | Out-Null
  }
}
Test-ServicePrincipalAuthorization -Identity $ObjectId -Resource $ServiceAccount
