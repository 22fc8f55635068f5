/** Longest that a browser may take to begin reading a file before its address is given up, in milliseconds. */
const GRACE = 60_000;

/** Hands a text to the browser as a file to be saved (CSV, UTF-8). */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), GRACE);
}
