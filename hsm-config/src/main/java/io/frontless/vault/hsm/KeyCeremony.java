package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a token ready for use: creates the root key, the key of contexts, and those that sign for auditors and API tokens, each only if it is
 * missing and all inside the token, and looks at what came of it. Nothing that is there is ever replaced. It logs out when it is
 * done, unless the PIN was typed by a person.
 */
public final class KeyCeremony {

    private static final String CREATED = " created inside, not extractable";

    private final TokenSettings settings;
    private final Optional<SoftTokenMaker> maker;
    private final Set<KeyLabel> anew;
    private final boolean finalTry;

    private KeyCeremony(TokenSettings settings, Optional<SoftTokenMaker> maker, Set<KeyLabel> anew, boolean finalTry) {
        this.settings = settings;
        this.maker = maker;
        this.anew = anew;
        this.finalTry = finalTry;
    }

    /** For a token that its maker's own tools have initialised. */
    public KeyCeremony(TokenSettings settings) {
        this(settings, Optional.empty(), Set.of(), false);
    }

    /** For a SoftHSM token, which is initialised where there is none. */
    public KeyCeremony(TokenSettings settings, SoftTokenMaker maker) {
        this(settings, Optional.of(maker), Set.of(), false);
    }

    /** For a SoftHSM token that may be missing because there never was one. */
    public KeyCeremony(SoftHsm softHsm, SoftToken softToken, TokenSettings settings, Path securityOfficerPinFile) {
        this(settings, new SoftTokenMaker(softHsm, softToken, securityOfficerPinFile, true));
    }

    /** The same, which also makes a new version of the key that signs API tokens. */
    public KeyCeremony withNewSigningKey() {
        return withNew(KeyLabel.TOKEN);
    }

    /** The same, which also makes a new version of the key of contexts: contexts by the one before are accepted until that is destroyed. */
    public KeyCeremony withNewMacKey() {
        return withNew(KeyLabel.MAC);
    }

    private KeyCeremony withNew(KeyLabel label) {
        Set<KeyLabel> more = EnumSet.of(label);
        more.addAll(anew);
        return new KeyCeremony(settings, maker, more, finalTry);
    }

    /** The same, which takes even the last attempt that the token gives for its PIN. */
    public KeyCeremony withFinalTry() {
        return new KeyCeremony(settings, maker, anew, true);
    }

    /**
     * What a start needs: tells in one line what there is, with the key of contexts that belongs to the token. What is missing is made in a SoftHSM
     * token; in another it is KEY_MISSING, for that takes a ceremony.
     */
    public Readied ready() {
        List<String> done = new ArrayList<>();
        maker.flatMap(each -> each.provide(settings)).ifPresent(done::add);
        HsmToken token = HsmToken.open(settings, finalTry);
        boolean stay = settings.pin() instanceof PinSource.Asked;
        try {
            token.capabilities().require(settings.rootMechanism());
            if (maker.isPresent() || !anew.isEmpty()) {
                create(token, done);
            } else {
                requireComplete(token);
                done.add("holds root key " + token.rootKey().alias());
            }
            String line = "token '" + settings.tokenLabel() + "': " + String.join("; ", done);
            return new Readied(line, token, stay, token.macKeys().get(0).contextKey());
        } finally {
            // Nobody could type the PIN a second time for the rest of this process.
            if (!stay) {
                token.close();
            }
        }
    }

    /** What {@link #ready} tells; the caller zeroes the context key. Where the PIN was typed, the login lasts as long as this is kept. */
    public static final class Readied implements AutoCloseable {
        private final String line;
        private final HsmToken token;
        private final boolean stays;
        private final byte[] contextKey;

        Readied(String line, HsmToken token, boolean stays, byte[] contextKey) {
            this.line = line;
            this.token = token;
            this.stays = stays;
            this.contextKey = contextKey;
        }

        /** E.g. "token 'frontless': holds root key frontless-root-1". */
        public String line() {
            return line;
        }

        /** The token's serial number. */
        public String serial() {
            return token.facts().serial();
        }

        /** See {@link MacKey#contextKey}. */
        public byte[] contextKey() {
            return contextKey;
        }

        /** Logs out where the PIN was typed. */
        @Override
        public void close() {
            if (stays) {
                token.close();
            }
        }
    }

    /** The whole ceremony, with its transcript; refused where a key is not as it has to be, or another token is found than was before. */
    public Transcript perform(Instant time, List<String> present) {
        List<String> done = new ArrayList<>();
        maker.flatMap(each -> each.provide(settings)).ifPresent(done::add);
        try (HsmToken token = HsmToken.open(settings, finalTry)) {
            token.capabilities().require(settings.rootMechanism());
            create(token, done);
            return Transcript.of(token, settings, new Transcript.Heading(time, present, done));
        }
    }

    /** Looks and changes nothing; KEY_MISSING with all that is missing. */
    public Transcript verify(Instant time, List<String> present) {
        try (HsmToken token = HsmToken.open(settings, finalTry)) {
            token.capabilities().require(settings.rootMechanism());
            requireComplete(token);
            return Transcript.of(token, settings, new Transcript.Heading(time, present, List.of("verified only")));
        }
    }

    private void create(HsmToken token, List<String> done) {
        token.rootKeys()
                .find()
                .ifPresentOrElse(
                        root -> done.add("holds root key " + root.alias()),
                        () -> done.add("root key " + token.rootKeys().create().alias() + CREATED));
        if (anew.contains(KeyLabel.TOKEN)
                || SigningKey.allIn(token, KeyLabel.TOKEN).isEmpty()) {
            done.add("signing key " + SigningKey.createNextIn(token, KeyLabel.TOKEN) + CREATED);
        }
        if (SigningKey.allIn(token, KeyLabel.AUDIT).isEmpty()) {
            done.add("audit key " + SigningKey.createNextIn(token, KeyLabel.AUDIT) + CREATED);
        }
        if (anew.contains(KeyLabel.MAC) || token.macKeys().isEmpty()) {
            done.add("MAC key " + token.createMacKey().alias() + CREATED);
        }
    }

    private void requireComplete(HsmToken token) {
        List<String> missing = new ArrayList<>();
        if (token.rootKeys().find().isEmpty()) {
            missing.add("a root key for " + settings.rootMechanism().text());
        }
        for (KeyLabel label : List.of(KeyLabel.TOKEN, KeyLabel.AUDIT, KeyLabel.MAC)) {
            if (label.versionsIn(token.aliases()).isEmpty()) {
                missing.add(label.of(1));
            }
        }
        if (!missing.isEmpty()) {
            throw new TokenException(
                    Reason.KEY_MISSING, "token '" + settings.tokenLabel() + "' lacks " + String.join(", ", missing));
        }
    }
}
