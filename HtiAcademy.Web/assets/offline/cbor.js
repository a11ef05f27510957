// Reads the part of CBOR (RFC 8949) that statements use, and only as they write it: integers, texts, byte strings, arrays,
// maps and tags, each with the shortest head, map keys in order.

const [unsigned, negative, byteString, text, array, map, tag] = [0, 1, 2, 3, 4, 5, 6];

export function decode(bytes) {
  const reader = { bytes, at: 0 };
  const value = read(reader);
  if (reader.at !== bytes.length) throw new RangeError('more than one value');
  return value;
}

/** The head and the bytes of a byte string. */
export function encodeBytes(bytes) {
  const n = bytes.length;
  const head = n < 24 ? [0x40 | n] : n < 0x100 ? [0x58, n] : [0x59, n >> 8, n & 0xff];
  return Uint8Array.of(...head, ...bytes);
}

function read(reader) {
  const [type, argument] = head(reader);
  switch (type) {
    case unsigned: return argument;
    case negative: return -1 - argument;
    case byteString: return take(reader, argument);
    case text: return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(take(reader, argument));
    case array: return list(reader, argument);
    case map: return entries(reader, argument);
    case tag: return { tag: argument, value: read(reader) };
    default: throw new RangeError('not used in statements');
  }
}

function head(reader) {
  const first = take(reader, 1)[0];
  const short = first & 31;
  if (short < 24) return [first >> 5, short];
  if (short > 26) throw new RangeError('longer than any statement');
  const argument = take(reader, 1 << (short - 24)).reduce((value, byte) => value * 256 + byte, 0);
  if (argument < [24, 0x100, 0x10000][short - 24]) throw new RangeError('not the shortest head');
  return [first >> 5, argument];
}

function take(reader, count) {
  const end = reader.at + count;
  if (end > reader.bytes.length) throw new RangeError('cut off');
  const taken = reader.bytes.subarray(reader.at, end);
  reader.at = end;
  return taken;
}

function list(reader, count) {
  const values = [];
  while (values.length < count) values.push(read(reader));
  return values;
}

function entries(reader, count) {
  const found = new Map();
  let last = -1;
  while (found.size < count) {
    const key = read(reader);
    if (!Number.isInteger(key) || key <= last) throw new RangeError('keys out of order');
    found.set(last = key, read(reader));
  }
  return found;
}
