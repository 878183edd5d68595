package io.frontless.system.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** An authenticator inside of the browser, which verifies its person without asking; by Chromium's own protocol, domain WebAuthn. */
final class VirtualAuthenticator {

    private final CDPSession session;
    private final String id;

    private VirtualAuthenticator(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** Gives a page one. */
    static VirtualAuthenticator of(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject added = session.send("WebAuthn.addVirtualAuthenticator", object("options", options));
        return new VirtualAuthenticator(session, added.get("authenticatorId").getAsString());
    }

    /** From now on it does not recognise its person, or does again. */
    void recognises(boolean verified) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        parameters.add("isUserVerified", new JsonPrimitive(verified));
        session.send("WebAuthn.setUserVerified", parameters);
    }

    private static JsonObject object(String name, JsonObject value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }
}
