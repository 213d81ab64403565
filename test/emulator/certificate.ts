import { generate } from "selfsigned";

export interface CertificateOptions {
  /** Default 127.0.0.1. */
  readonly ip?: string;
  /** Days from today; default 0 and 365. */
  readonly validFrom?: number;
  readonly validTo?: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** A key and a self-signed certificate, both PEM, good for one run of the tests. */
export async function throwAwayCertificate({
  ip = "127.0.0.1",
  validFrom = 0,
  validTo = 365,
}: CertificateOptions = {}): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: "commonName", value: ip }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() + validFrom * dayMs),
    notAfterDate: new Date(Date.now() + validTo * dayMs),
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip }] }],
  });
  return { key, cert };
}
