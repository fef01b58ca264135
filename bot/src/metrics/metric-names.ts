/** The timings, as histograms in seconds. docs/operations.md lists them; a test compares. */
export const timingNames = {
  http: {
    name: "erg_http_request_seconds",
    help: "Requests by route pattern and status; of a stream, the time until it begins.",
    labels: ["method", "route", "status"],
  },
  graph: {
    name: "erg_graph_call_seconds",
    help: "Requests of Microsoft Graph, ids left out.",
    labels: ["operation", "outcome"],
  },
  connector: {
    name: "erg_connector_call_seconds",
    help: "Requests of the Bot Connector.",
    labels: ["operation", "outcome"],
  },
  entra: {
    name: "erg_entra_call_seconds",
    help: "Requests of Entra ID.",
    labels: ["operation", "outcome"],
  },
  job: {
    name: "erg_job_seconds",
    help: "Runs of jobs by kind and how they ended.",
    labels: ["job", "outcome"],
  },
} as const;

/** What is so at the moment. Accounts appear by their ids in this database alone. */
export const gaugeNames = {
  ready: {
    name: "erg_ready",
    help: "1 when this process can do its work.",
    labels: [],
  },
  running: {
    name: "erg_jobs_running",
    help: "Jobs that this process is working on.",
    labels: ["job"],
  },
  jobs: {
    name: "erg_jobs",
    help: "Jobs of all processes: due, postponed (they wait for a time), running, or failed within three days.",
    labels: ["job", "state"],
  },
  oldest: {
    name: "erg_jobs_oldest_seconds",
    help: "How long the oldest due job has been waiting.",
    labels: ["job"],
  },
  stopped: {
    name: "erg_stopped_work",
    help: "What is listed as stopped work: jobs, events and cards.",
    labels: ["kind"],
  },
  lane: {
    name: "erg_lane_calls",
    help: "Calls of Graph for a mailbox, running or waiting for their turn, of all processes.",
    labels: ["account", "state"],
  },
  lanePaused: {
    name: "erg_lane_paused_seconds",
    help: "For how long Graph has asked for silence; 0 without a pause.",
    labels: ["account"],
  },
  requests: {
    name: "erg_graph_requests_10m",
    help: "Requests to a mailbox within ten minutes; Graph allows 10,000.",
    labels: ["account"],
  },
  recipients: {
    name: "erg_recipients_24h",
    help: "Recipients of mails because of an account's events within 24 hours; Exchange allows 10,000.",
    labels: ["account"],
  },
  subscription: {
    name: "erg_subscription_expires_seconds",
    help: "Until the subscription at Graph ends; negative afterwards.",
    labels: ["account"],
  },
  account: {
    name: "erg_account_state",
    help: "1 for the state that an account is in.",
    labels: ["account", "state"],
  },
} as const;
