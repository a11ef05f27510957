// Reads statements as Certificates/Statement.cs writes them: a COSE_Sign1 (RFC 9052) with ES256, in base 32.
import { p256 } from '@noble/curves/nist.js';
import { decode, encodeBytes } from './cbor.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const coseSign1 = 18;
// The map { 1: -7, 4: the key id of eight bytes }, up to the id.
const protectedHead = [0xa2, 0x01, 0x26, 0x04, 0x48];
const shortIdBytes = 8;

const facts = {
  2: ['number', 'string'], 3: ['name', 'string'], 4: ['rank', 'string', 'optional'], 5: ['agency', 'string', 'optional'],
  6: ['course', 'string'], 7: ['tenthsOfHours', 'number'], 8: ['result', 'string'], 9: ['completedOn', 'number'],
  10: ['validUntil', 'number', 'optional'], 11: ['country', 'string'], 12: ['language', 'string'],
  13: ['replaces', 'string', 'optional'], 14: ['academy', 'string'],
};

/**
 * @param text as scanned or typed: also the whole address in the QR code, in capital or small letters
 * @param keys the academy's: { id: RFC 7638 thumbprint, x, y }
 * @returns { answer: 'genuine' | 'altered' | 'unknownKey' | 'notAStatement', facts }; days are counted from 1970-01-01
 */
export function read(text, keys) {
  try {
    return check(decode(base32(text.replace(/\s/g, '').split('/').pop().toUpperCase())), keys);
  } catch {
    // Whatever cannot be read is no statement; which part of it failed helps nobody who holds a paper.
    return { answer: 'notAStatement' };
  }
}

function check(signed, keys) {
  if (signed.tag !== coseSign1 || !Array.isArray(signed.value) || signed.value.length !== 4) throw new RangeError('not signed');
  const [head, unprotected, payload, signature] = signed.value;
  const isHead = head.length === protectedHead.length + shortIdBytes && protectedHead.every((byte, i) => head[i] === byte);
  if (!isHead || !(unprotected instanceof Map) || unprotected.size > 0 || !(payload instanceof Uint8Array) || signature.length !== 64) throw new RangeError('not signed so');
  const key = keys.find(k => same(base64(k.id).subarray(0, shortIdBytes), head.subarray(protectedHead.length)));
  if (!key) return { answer: 'unknownKey' };
  const point = Uint8Array.of(4, ...base64(key.x), ...base64(key.y));
  // The academy's library makes high values of s as often as low ones.
  if (!p256.verify(signature, toBeSigned(head, payload), point, { lowS: false })) return { answer: 'altered' };
  return { answer: 'genuine', facts: named(decode(payload)) };
}

// RFC 9052, 4.4: Sig_structure.
function toBeSigned(head, payload) {
  return Uint8Array.of(0x84, 0x6a, ...new TextEncoder().encode('Signature1'), ...encodeBytes(head), 0x40, ...encodeBytes(payload));
}

function named(payload) {
  if (!(payload instanceof Map) || payload.get(1) !== 1) throw new RangeError('not version 1');
  const said = {};
  for (const [key, [name, type, optional]] of Object.entries(facts)) {
    const value = payload.get(Number(key));
    if (value === undefined ? !optional : typeof value !== type) throw new RangeError(name);
    if (value !== undefined) said[name] = value;
  }
  return said;
}

function base32(text) {
  const bytes = new Uint8Array(Math.floor(text.length * 5 / 8));
  let [bits, held, at] = [0, 0, 0];
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value < 0) throw new RangeError('not base 32');
    bits = (bits << 5 | value) & 0xfff;
    held += 5;
    if (held >= 8) bytes[at++] = bits >> (held -= 8);
  }
  // A bit that is left over would make two texts of one statement.
  if (held >= 5 || bits & (1 << held) - 1) throw new RangeError('left over');
  return bytes;
}

function base64(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0));
}

function same(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
