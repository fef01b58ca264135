import pg from "pg";

/** Whether a unique index refused a write (PostgreSQL, "Appendix A. PostgreSQL Error Codes": 23505). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "23505";
}
