import type { Service } from "../api/inspector-shapes.ts";

export const serviceNames: Record<Service, string> = {
  entra: "Entra",
  graph: "Graph",
  connector: "Connector",
  notification: "Notification",
  bot: "Bot",
};

export const services = Object.keys(serviceNames) as Service[];
