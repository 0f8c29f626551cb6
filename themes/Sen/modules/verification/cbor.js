// Reads the part of CBOR (RFC 8949) that a signed certificate consists of: integers, byte strings, text, arrays, maps and tags, all of
// definite length. A reader of our own, since this little is needed and what decides about trust should be read in a minute;
// whatever else a general decoder would accept (floats, endless strings, repeated keys, bytes left over) is refused here.

export class Unreadable extends Error {}

const deepest = 8;

/** The one item the bytes hold. Maps become Map, tags { tag, value }, integers beyond 2^53 BigInt. */
export function decode(bytes) {
  const reader = new Reader(bytes);
  const item = reader.item(0);
  if (!reader.atEnd) throw new Unreadable('Bytes are left over.');
  return item;
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  get atEnd() { return this.at === this.bytes.length; }

  item(depth) {
    if (depth > deepest) throw new Unreadable('Nested too deeply.');
    const first = this.byte();
    const size = this.size(first & 31);
    switch (first >> 5) {
      case 0: return size;
      case 1: return typeof size === 'bigint' ? -1n - size : -1 - size;
      case 2: return this.take(size).slice();
      case 3: return text(this.take(size));
      case 4: return this.many(size, () => this.item(depth + 1));
      case 5: return this.map(size, depth);
      case 6: return { tag: size, value: this.item(depth + 1) };
      default: throw new Unreadable('Neither number, text, list nor map.');
    }
  }

  map(size, depth) {
    const map = new Map();
    this.many(size, () => {
      const key = this.item(depth + 1);
      if (map.has(key)) throw new Unreadable('A key stands twice.');
      map.set(key, this.item(depth + 1));
    });
    return map;
  }

  many(count, read) {
    // Each item has a byte at least, so a longer list than bytes is a lie told to use up memory.
    if (count > this.bytes.length - this.at) throw new Unreadable('Longer than the bytes at hand.');
    return Array.from({ length: Number(count) }, read);
  }

  size(short) {
    if (short < 24) return short;
    switch (short) {
      case 24: return this.byte();
      case 25: return this.view.getUint16(this.skip(2));
      case 26: return this.view.getUint32(this.skip(4));
      case 27: {
        const long = this.view.getBigUint64(this.skip(8));
        return long <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(long) : long;
      }
      default: throw new Unreadable('Without a length.');
    }
  }

  byte() { return this.bytes[this.skip(1)]; }

  take(count) {
    const from = this.skip(count);
    return this.bytes.subarray(from, this.at);
  }

  /** Where the next `count` bytes begin. */
  skip(count) {
    const from = this.at;
    if (typeof count === 'bigint' || from + count > this.bytes.length) throw new Unreadable('Cut off.');
    this.at += count;
    return from;
  }
}

function text(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable('Not text.');
  }
}
