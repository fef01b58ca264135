/**
 * Answers that people take back, and downloads of the list of answers.
 *
 * An answer given in the product keeps what counted before it, which is put back with `taken_back_at`. Of earlier rows,
 * and of what Outlook told, that is not known, so these are not taken back here.
 */
export const migration023 = `
alter table answers
  add column stood_before jsonb,
  add column taken_back_at timestamptz;

alter table attendance_downloads
  add column list text not null default 'attendance' check (list in ('attendance', 'answers'));
`;
