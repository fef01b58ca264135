// What "atk provision" makes in one resource group: the backend on App Service,
// its PostgreSQL, and the bot's registration for Teams.

@description('Part of every name; lower case letters and digits.')
@minLength(3)
@maxLength(12)
param suffix string
param location string = resourceGroup().location

param botId string
@secure()
param botPassword string
param botTenantId string
param botDisplayName string

param aadAppClientId string
@secure()
param aadAppClientSecret string
param aadAppTenantId string
param aadAppOauthAuthorityHost string

@description('Optional, such as 2027-03-31: the day on which the secret ends. Admins are told two weeks before.')
param aadAppClientSecretExpires string = ''
@description('Optional: the same of the bot.')
param botPasswordExpires string = ''

param teamsAppId string
param serviceAccountUpn string

@description('64 hexadecimal digits; who loses it has to connect the service account again.')
@secure()
param tokenEncryptionKey string

@description('Optional, while the key is changed: the one of before.')
@secure()
param tokenEncryptionKeyPrevious string = ''

@description('Letters and digits only: it becomes part of an address.')
@secure()
param postgresPassword string

var name = 'erg-events-${suffix}'
var databaseName = 'erg_events'
var databaseUser = 'erg_events'

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: {
    name: 'B1'
  }
  properties: {
    reserved: true
  }
}

resource backend 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'app,linux'
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node bot/src/main.ts'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      healthCheckPath: '/readyz'
    }
  }
}

// App Service sets PORT itself. Without a build there: the package is whole.
resource backendSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: backend
  name: 'appsettings'
  properties: {
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    NODE_ENV: 'production'
    HOST: '0.0.0.0'
    PUBLIC_URL: 'https://${backend.properties.defaultHostName}'
    DATABASE_URL: 'postgres://${databaseUser}:${postgresPassword}@${postgres.properties.fullyQualifiedDomainName}:5432/${databaseName}?sslmode=verify-full'
    BOT_ID: botId
    BOT_PASSWORD: botPassword
    BOT_PASSWORD_EXPIRES: botPasswordExpires
    BOT_TENANT_ID: botTenantId
    AAD_APP_CLIENT_ID: aadAppClientId
    AAD_APP_CLIENT_SECRET: aadAppClientSecret
    AAD_APP_CLIENT_SECRET_EXPIRES: aadAppClientSecretExpires
    AAD_APP_TENANT_ID: aadAppTenantId
    AAD_APP_OAUTH_AUTHORITY_HOST: aadAppOauthAuthorityHost
    TEAMS_APP_ID: teamsAppId
    SERVICE_ACCOUNT_UPN: serviceAccountUpn
    TOKEN_ENCRYPTION_KEY: tokenEncryptionKey
    TOKEN_ENCRYPTION_KEY_PREVIOUS: tokenEncryptionKeyPrevious
  }
}

resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  sku: {
    name: 'Standard_B1ms'
    tier: 'Burstable'
  }
  properties: {
    version: '17'
    administratorLogin: databaseUser
    administratorLoginPassword: postgresPassword
    storage: {
      storageSizeGB: 32
    }
    backup: {
      backupRetentionDays: 14
      geoRedundantBackup: 'Disabled'
    }
  }

  resource database 'databases' = {
    name: databaseName
    properties: {
      charset: 'UTF8'
      collation: 'en_US.utf8'
    }
  }

  // 0.0.0.0 stands for "services inside Azure"; the password still guards the way in.
  resource azureServices 'firewallRules' = {
    name: 'azure-services'
    properties: {
      startIpAddress: '0.0.0.0'
      endIpAddress: '0.0.0.0'
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: botDisplayName
    endpoint: 'https://${backend.properties.defaultHostName}/api/messages'
    msaAppId: botId
    msaAppType: 'SingleTenant'
    msaAppTenantId: botTenantId
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
    }
  }
}

output BACKEND_RESOURCE_ID string = backend.id
output TAB_DOMAIN string = backend.properties.defaultHostName
output TAB_ENDPOINT string = 'https://${backend.properties.defaultHostName}'
