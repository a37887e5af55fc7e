/** Bytes of the tag at the end of every ciphertext. */
const tagLength = 16;

const parameters = (nonce: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>) => ({
  name: "AES-GCM",
  iv: nonce,
  additionalData,
  tagLength: tagLength * 8,
});

/** AES-GCM: ciphertext followed by its 16-byte tag. */
export async function aesGcmEncrypt(
  key: CryptoKey,
  nonce: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await crypto.subtle.encrypt(parameters(nonce, additionalData), key, plaintext);
  return new Uint8Array(sealed);
}

/** The plaintext, or null where key, nonce, additional data or ciphertext are not the ones sealed. */
export async function aesGcmDecrypt(
  key: CryptoKey,
  nonce: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
  ciphertext: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (ciphertext.length < tagLength) return null;
  try {
    const plaintext = await crypto.subtle.decrypt(
      parameters(nonce, additionalData),
      key,
      ciphertext,
    );
    return new Uint8Array(plaintext);
  } catch (error) {
    if (error instanceof DOMException && error.name === "OperationError") return null;
    throw error;
  }
}
