/** UUIDs that are made from names, so that each build gives the same thing the same one. */
import { createHash } from 'node:crypto';

/** Chosen once at random. Another one would give everything that was ever published another identity. */
const NAMESPACE = 'c5d38c31-be3a-4a97-8de7-c1b4aff8a86f';

/** The UUID of a name: version 5, by RFC 9562, section 5.5. */
export function uuidOf(name: string, namespace = NAMESPACE): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
