import { type FilePiece } from '../../../../src/contracts/calls/exports';
import { type Answer } from '../platform/call-app';
import { saveFile } from '../platform/save-file';
import { type Save, useSend } from './use-save';

/** A file as the app writes it, under the name that it is saved by. */
export interface NamedFile {
  name: string;
  text: string;
}

/** Fetches a file and saves it. */
export function useDownload(fetchFile: () => Promise<Answer<NamedFile>>): Save<null, NamedFile> {
  return useSend(async () => {
    const answer = await fetchFile();
    if (answer.ok) saveFile(answer.data.name, answer.data.text);
    return answer;
  });
}

/** Joins a file that comes in pieces. Of one of which a piece is missing there is no file. */
export async function joinPieces(
  name: string,
  fetchPiece: (from: number) => Promise<Answer<FilePiece>>,
): Promise<Answer<NamedFile>> {
  const pieces: string[] = [];
  for (let from: number | null = 0; from !== null;) {
    const answer: Answer<FilePiece> = await fetchPiece(from);
    if (!answer.ok) return answer;
    pieces.push(answer.data.text);
    from = answer.data.next;
  }
  return { ok: true, data: { name, text: pieces.join('') } };
}
