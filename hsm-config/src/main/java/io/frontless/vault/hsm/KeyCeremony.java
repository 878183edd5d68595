package io.frontless.vault.hsm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a SoftHSM token ready for use: initialises it and creates the root key and the key that signs tokens, each only if it is missing.
 * It has to run before anything else in this process opens a token, because SoftHSM sees no token made after its
 * first look, and it logs out when it is done.
 */
public final class KeyCeremony {

    private static final String CREATED = " created inside, not extractable";

    private final SoftHsm softHsm;
    private final SoftToken softToken;
    private final TokenSettings settings;
    private final Path securityOfficerPinFile;

    private final boolean newSigningKey;

    public KeyCeremony(SoftHsm softHsm, SoftToken softToken, TokenSettings settings, Path securityOfficerPinFile) {
        this(softHsm, softToken, settings, securityOfficerPinFile, false);
    }

    private KeyCeremony(
            SoftHsm softHsm,
            SoftToken softToken,
            TokenSettings settings,
            Path securityOfficerPinFile,
            boolean newSigningKey) {
        this.softHsm = softHsm;
        this.softToken = softToken;
        this.settings = settings;
        this.securityOfficerPinFile = securityOfficerPinFile;
        this.newSigningKey = newSigningKey;
    }

    /** The same, which also makes a new version of the key that signs tokens. */
    public KeyCeremony withNewSigningKey() {
        return new KeyCeremony(softHsm, softToken, settings, securityOfficerPinFile, true);
    }

    /** Does what is missing and tells it in one line, e.g. "token 'frontless': holds root key frontless-root-1". */
    public String perform() {
        softToken.prepare();
        softToken.requireIn(System.getenv());
        List<String> done = new ArrayList<>();
        SoftHsmProgram program = new SoftHsmProgram(softHsm, softToken);
        if (!program.labels().contains(settings.tokenLabel())) {
            initialise(program);
            done.add("initialised");
        }
        try (HsmToken token = HsmToken.open(settings)) {
            token.rootKeys()
                    .find()
                    .ifPresentOrElse(
                            root -> done.add("holds root key " + root.alias()),
                            () -> done.add(
                                    "root key " + token.rootKeys().create().alias() + CREATED));
            if (newSigningKey || SigningKey.allIn(token, KeyLabel.TOKEN).isEmpty()) {
                done.add("signing key " + SigningKey.createNextIn(token, KeyLabel.TOKEN) + CREATED);
            }
            if (SigningKey.allIn(token, KeyLabel.AUDIT).isEmpty()) {
                done.add("audit key " + SigningKey.createNextIn(token, KeyLabel.AUDIT) + CREATED);
            }
            if (token.macKeys().isEmpty()) {
                done.add("MAC key " + token.createMacKey().alias() + CREATED);
            }
        }
        return "token '" + settings.tokenLabel() + "': " + String.join("; ", done);
    }

    private void initialise(SoftHsmProgram program) {
        try (Pin securityOfficer = Pin.read(securityOfficerPinFile);
                Pin user = Pin.read(settings.pinFile())) {
            program.initialise(settings.tokenLabel(), securityOfficer, user);
        }
    }
}
