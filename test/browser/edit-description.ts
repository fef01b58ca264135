import type { Locator } from "playwright-core";

/** As Word puts it on the clipboard: a list of two levels as paragraphs, looks, and nothing between paragraphs. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color: red}</style></head><body>
<p class=MsoNormal><b><span style='color:#C00000'>Agenda</span></b><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span></span><![endif]>Welcome</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Names</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Talk</p>
<table><tr><td>Room</td><td>4</td></tr></table>
<p><a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcontoso.com%2Ferg&amp;data=05">Read more</a></p>
</body></html>`;

/** Pastes that into the editor of a description, and tells what stands there then. */
export async function pasteFromWord(editor: Locator): Promise<string> {
  await editor.evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "Agenda");
    element.dispatchEvent(
      new ClipboardEvent("paste", {
        clipboardData,
        bubbles: true,
        cancelable: true,
      }),
    );
  }, fromWord);
  const html = await editor.innerHTML();
  return html.replaceAll(' dir="auto"', "");
}

/** What {@link pasteFromWord} leaves in an empty editor. */
export const wordInEditor =
  "<p><strong>Agenda</strong></p>" +
  "<ul><li><p>Welcome</p><ol><li><p>Names</p></li></ol></li><li><p>Talk</p></li></ul>" +
  '<p>Room</p><p>4</p><p><a href="https://contoso.com/erg">Read more</a></p>';

/** Writes a heading and a list of two under what stands there, by the keyboard alone. */
export async function writeMenu(editor: Locator): Promise<void> {
  await editor.press("Control+End");
  await editor.press("Enter");
  await editor.press("Control+Alt+3");
  await editor.pressSequentially("Menu");
  await editor.press("Enter");
  await editor.pressSequentially("- ");
  await editor.press("Control+b");
  await editor.pressSequentially("Soup");
  await editor.press("Control+b");
  await editor.press("Enter");
  await editor.pressSequentially("Bread");
}
