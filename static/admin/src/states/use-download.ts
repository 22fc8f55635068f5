import { type FilePiece } from '../../../../src/contracts/calls/exports';
import { type Answer } from '../platform/call-app';
import { saveFile } from '../platform/save-file';
import { type Save, useSend } from './use-save';

/** Fetches all pieces of a file and saves it under a name. A file of which a piece is missing is not saved. */
export function useDownload(
  fetchPiece: (from: number) => Promise<Answer<FilePiece>>,
): Save<string, { pieces: number }> {
  return useSend(async (name: string): Promise<Answer<{ pieces: number }>> => {
    const pieces: string[] = [];
    for (let from: number | null = 0; from !== null;) {
      const answer: Answer<FilePiece> = await fetchPiece(from);
      if (!answer.ok) return answer;
      pieces.push(answer.data.text);
      from = answer.data.next;
    }
    saveFile(name, pieces.join(''));
    return { ok: true, data: { pieces: pieces.length } };
  });
}
