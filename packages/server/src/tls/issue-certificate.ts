import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { bits, boolean, implicit, integer, objectId, octets, sequence, set, tagged, time, utf8 } from './der.ts';

/** What a certificate says. Keys are ECDSA on P-256. */
export interface CertificateWish {
  readonly kind: 'ca' | 'server';
  readonly commonName: string;
  readonly publicKey: KeyObject;
  readonly issuer: { readonly commonName: string; readonly privateKey: KeyObject };
  /** Random, 16 bytes. */
  readonly serial: Uint8Array;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** DNS names and IP addresses of a server. */
  readonly names: readonly string[];
}

const ECDSA_WITH_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'));

/** An X.509 v3 certificate in PEM, signed by the issuer. Source: RFC 5280. */
export function issueCertificate(wish: CertificateWish): string {
  const body = sequence(
    tagged(0, integer(Uint8Array.of(2))),
    integer(wish.serial),
    ECDSA_WITH_SHA256,
    name(wish.issuer.commonName),
    sequence(time(wish.notBeforeMs), time(wish.notAfterMs)),
    name(wish.commonName),
    spki(wish.publicKey),
    tagged(3, sequence(...extensions(wish))),
  );
  const der = sequence(body, ECDSA_WITH_SHA256, bits(sign('sha256', body, wish.issuer.privateKey)));
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function name(commonName: string): Uint8Array {
  return sequence(set(sequence(objectId('2.5.4.3'), utf8(commonName))));
}

function spki(key: KeyObject): Uint8Array {
  return key.export({ type: 'spki', format: 'der' });
}

function extensions(wish: CertificateWish): readonly Uint8Array[] {
  const issuerKey = keyId(createPublicKey(wish.issuer.privateKey));
  const shared = [
    extension('2.5.29.14', false, octets(keyId(wish.publicKey))),
    extension('2.5.29.35', false, sequence(implicit(0, issuerKey))),
  ];
  if (wish.kind === 'ca') {
    return [
      ...shared,
      extension('2.5.29.19', true, sequence(boolean(true), integer(Uint8Array.of(0)))),
      extension('2.5.29.15', true, KEY_CERT_SIGN),
    ];
  }
  return [
    ...shared,
    extension('2.5.29.19', true, sequence()),
    extension('2.5.29.15', true, DIGITAL_SIGNATURE),
    extension('2.5.29.37', false, sequence(objectId('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', false, sequence(...wish.names.map(alternativeName))),
  ];
}

/** Key usages: bit 0 is digitalSignature, bits 5 and 6 are keyCertSign and cRLSign. */
const DIGITAL_SIGNATURE = bits(Uint8Array.of(0x80), 7);
const KEY_CERT_SIGN = bits(Uint8Array.of(0x06), 1);

function extension(id: string, isCritical: boolean, value: Uint8Array): Uint8Array {
  return sequence(objectId(id), ...(isCritical ? [boolean(true)] : []), octets(value));
}

/** SHA-1 of the key, as RFC 5280, 4.2.1.2 (1) names it: a label, not a protection. */
function keyId(key: KeyObject): Uint8Array {
  return createHash('sha1').update(spki(key)).digest();
}

function alternativeName(text: string): Uint8Array {
  const address = addressBytes(text);
  return address === undefined ? implicit(2, Buffer.from(text, 'latin1')) : implicit(7, address);
}

/** 4 or 16 bytes of an IP address; undefined for a DNS name. */
export function addressBytes(text: string): Uint8Array | undefined {
  if (isIPv4(text)) return Uint8Array.from(text.split('.').map(Number));
  if (!text.includes(':')) return undefined;
  // The URL parser writes every form of an IPv6 address as hexadecimal groups with at most one `::`.
  const [head = '', tail] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::');
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros: number[] = Array.from({ length: 16 - before.length - after.length }, () => 0);
  return Uint8Array.from([...before, ...zeros, ...after]);
}

function groups(text: string): readonly number[] {
  return text.split(':').flatMap((group) => (group === '' ? [] : [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]));
}
