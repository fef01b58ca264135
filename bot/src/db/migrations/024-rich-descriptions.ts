/**
 * Descriptions with headings, lists, links and emphasis. Those of before are plain text and stay so: null says that
 * plain text is all there is.
 */
export const migration024 = `
alter table scheduled_events add column description_html text;
`;
