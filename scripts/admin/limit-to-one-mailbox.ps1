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

Connect-ExchangeOnline -ShowBanner:$false

if ($PSCmdlet.ShouldProcess($ServiceAccount, "Limit ERG Events to this mailbox")) {
  New-ServicePrincipal -AppId $ClientId -ObjectId $ObjectId -DisplayName "ERG Events" | Out-Null
  New-ManagementScope -Name "ERG Events mailbox" -RecipientRestrictionFilter "PrimarySmtpAddress -eq '$ServiceAccount'" | Out-Null
  New-ManagementRoleAssignment -App $ObjectId -Role "Application Calendars.ReadWrite" -CustomResourceScope "ERG Events mailbox" | Out-Null
}
Test-ServicePrincipalAuthorization -Identity $ObjectId -Resource $ServiceAccount
