/** An edit that the text of a coding does not allow. The message says why, in a sentence for its editor. */
export class EditError extends Error {
  override readonly name = 'EditError';
}
