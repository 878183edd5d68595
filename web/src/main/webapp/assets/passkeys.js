// Asks the browser for a passkey when a button is pressed, and sends what it answers with the button's form.
(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  const text = (buffer) =>
    buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const known = (list) => list.map((one) => ({ ...one, id: bytes(one.id) }));

  const ask = async (address) => {
    const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
    const json = await answer.json();
    if (!answer.ok) {
      throw new Error(json.detail);
    }
    return json;
  };

  const create = async (options) => {
    const made = await navigator.credentials.create({ publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: known(options.excludeCredentials),
    } });
    return answer(made, {
      attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports?.() ?? [],
    });
  };

  const get = async (options) => {
    const shown = await navigator.credentials.get({ publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: known(options.allowCredentials),
    } });
    const handle = text(shown.response.userHandle);
    return answer(shown, {
      authenticatorData: text(shown.response.authenticatorData),
      signature: text(shown.response.signature),
      ...(handle ? { userHandle: handle } : {}),
    });
  };

  // The form of WebAuthn Level 3, §5.1.8, which not every browser makes by itself yet.
  const answer = (credential, response) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
  });

  const explain = (error) =>
    error.name === "NotAllowedError" ? "No passkey was used. Try again, or choose another way."
      : error.name === "InvalidStateError" ? "This device has a passkey of yours already."
      : error.message || "This browser has no passkeys here.";

  const use = async (button) => {
    const form = button.form;
    const words = form.querySelector("[role=alert]");
    if (!form.reportValidity()) {
      return;
    }
    button.disabled = true;
    words.hidden = true;
    try {
      const asked = await ask(button.dataset.request);
      const credential = await (button.dataset.passkey === "create" ? create : get)(asked.publicKey);
      if (asked.ceremony) {
        form.elements.ceremony.value = asked.ceremony;
      }
      form.elements.passkey.value = JSON.stringify(credential);
      form.requestSubmit(form.querySelector("[data-submit]"));
    } catch (error) {
      words.textContent = explain(error);
      words.hidden = false;
    } finally {
      button.disabled = false;
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-passkey]");
    if (button) {
      use(button);
    }
  });
})();
