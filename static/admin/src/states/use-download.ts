import { useRef, useState } from 'react';
import { type FilePiece } from '../../../../src/contracts/calls/exports';
import { type Answer } from '../platform/call-app';
import { saveFile } from '../platform/save-file';
import { type Save, useSend } from './use-save';

/** A file as the app writes it, under the name that it is saved by. */
export interface NamedFile {
  name: string;
  text: string;
}

/** Told how far a file is while its pieces come, and asked whether it is still wanted. */
export interface Progress {
  reached: (position: number) => void;
  isWanted: () => boolean;
}

/** Fetches a file; null where it was no longer wanted. */
export type FetchFile = (progress: Progress) => Promise<Answer<NamedFile | null>>;

export interface Download extends Save<null, NamedFile | null> {
  /** How far the file is that is being fetched. */
  reached: number;
  /** Fetches no more of it, and saves nothing. */
  cancel: () => void;
}

/** Fetches a file and saves it. */
export function useDownload(fetchFile: FetchFile): Download {
  const [reached, setReached] = useState(0);
  const wanted = useRef(0);
  const sent = useSend(async () => {
    const mine = ++wanted.current;
    setReached(0);
    const answer = await fetchFile({ reached: setReached, isWanted: () => mine === wanted.current });
    if (answer.ok && answer.data !== null) saveFile(answer.data.name, answer.data.text);
    return answer;
  });
  return { ...sent, reached, cancel: () => void (wanted.current += 1) };
}

/** Joins a file that comes in pieces. Of one of which a piece is missing, or that is no longer wanted, there is no file. */
export async function joinPieces(
  name: string,
  { reached, isWanted }: Progress,
  fetchPiece: (from: number) => Promise<Answer<FilePiece>>,
): Promise<Answer<NamedFile | null>> {
  const pieces: string[] = [];
  for (let from: number | null = 0; from !== null;) {
    reached(from);
    const answer: Answer<FilePiece> = await fetchPiece(from);
    if (!isWanted()) return { ok: true, data: null };
    if (!answer.ok) return answer;
    pieces.push(answer.data.text);
    from = answer.data.next;
  }
  return { ok: true, data: { name, text: pieces.join('') } };
}
