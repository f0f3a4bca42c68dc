/** What the browser does with passkeys. The options come from the API, and what is made of them goes back to it. */

/** Whether this browser can speak of passkeys in JSON. */
export const hasPasskeys = () =>
  'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Make a passkey. Undefined where the person, or the browser, stopped it. */
export const createPasskey = (options: PublicKeyCredentialCreationOptionsJSON) =>
  answerOf(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  );

/** Ask for a passkey. Undefined where the person, or the browser, stopped it. */
export const askForPasskey = (options: PublicKeyCredentialRequestOptionsJSON) =>
  answerOf(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );

async function answerOf(ask: () => Promise<Credential | null>): Promise<object | undefined> {
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? credential.toJSON() : undefined;
  } catch (problem) {
    // Cancelled, timed out, not allowed here, or this device is known already: the reasons are the browser's own.
    if (problem instanceof DOMException) return undefined;
    throw problem;
  }
}
