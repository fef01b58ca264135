/** Where an event is: `Room 4 · Teams meeting`. */
export function placeSentence(given: {
  location: string;
  hasMeeting: boolean;
}): string {
  const places = [
    given.location.trim(),
    given.hasMeeting ? "Teams meeting" : "",
  ];
  const known = places.filter((place) => place !== "");
  return known.length === 0 ? "No place given" : known.join(" · ");
}
