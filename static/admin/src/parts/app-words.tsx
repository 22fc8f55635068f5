import { useServices } from '../services';

/** A sentence that the app made, in the reader’s language; marked as English where that has none for it. */
export function AppWords({ children: sentence }: { children: string }) {
  const told = useServices().tellSentence(sentence);
  return told === null ? <span lang="en">{sentence}</span> : <>{told}</>;
}
