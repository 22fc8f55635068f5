/*
 * Columns that grow: how many there will be is known only at the end, and an array of objects would
 * cost a hundred times the memory.
 */

type Typed = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

export interface Growing<T extends Typed> {
  push(value: number): void;
  at(index: number): number;
  /** Overwrites an entry that was pushed before. */
  set(index: number, value: number): void;
  readonly length: number;
  /** The values so far, in an array of their exact length. */
  done(): T;
}

/** A column of `make`'s kind; doubles when full. */
export function growing<T extends Typed>(make: (length: number) => T, initial = 1024): Growing<T> {
  let array = make(initial);
  let length = 0;
  return {
    push(value) {
      if (length === array.length) {
        const larger = make(array.length * 2);
        larger.set(array);
        array = larger;
      }
      array[length] = value;
      length += 1;
    },
    at: (index) => array[index]!,
    set(index, value) {
      array[index] = value;
    },
    get length() {
      return length;
    },
    done: () => array.slice(0, length) as T,
  };
}
