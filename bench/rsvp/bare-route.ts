import restify from "restify";

/**
 * The peer of the notification endpoint: a route that reads the JSON and answers 202. A process of its own;
 * it says its port when it is ready.
 */
const server = restify.createServer();
server.use(restify.plugins.bodyParser({ mapParams: false }));
server.post("/api/notifications", (_req, res, next) => {
  res.send(202);
  next();
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({
    type: "ready",
    port: (server.address() as { port: number }).port,
  });
});
process.once("disconnect", () => process.exit(0));
