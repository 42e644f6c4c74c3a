/**
 * A function that remembers its last answer and gives it again, the very same object, while it is asked the same. So a change that
 * does not move anything finds everything in its old place, and what is drawn from it need not be drawn again.
 */
export function memoizeLatest<Question extends readonly unknown[], Answer>(
  answer: (...question: Question) => Answer,
): (...question: Question) => Answer {
  let last: { readonly question: Question; readonly answer: Answer } | undefined;
  return (...question) => {
    const same = last?.question.every((part, index) => part === question[index]);
    return (last = same && last ? last : { question, answer: answer(...question) }).answer;
  };
}
