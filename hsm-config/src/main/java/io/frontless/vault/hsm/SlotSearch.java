package io.frontless.vault.hsm;

import io.frontless.vault.hsm.ThreadOutput.Heard;
import io.frontless.vault.hsm.TokenException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.security.AuthProvider;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the token with a label by looking into every slot, because SunPKCS11 selects by slot number alone.
 * No login is tried while searching.
 */
final class SlotSearch {

    /** More slots than an HSM gives one client; bounds the time that a start can take. */
    private static final int SLOTS_MAX = 256;

    private static final Pattern ALL_SLOTS = Pattern.compile("(?m)^All slots:(.*)$");
    private static final Pattern LABEL = Pattern.compile("(?m)^Token info for token in slot .*\\R *label: (.*)$");

    private final TokenSettings settings;
    private final Provider base;

    private SlotSearch(TokenSettings settings, Provider base) {
        this.settings = settings;
        this.base = base;
    }

    /** What trying one slot gave: no provider if the slot is empty or its token is not initialised. */
    private record Attempt(
            @Nullable AuthProvider provider, @Nullable ProviderException failure) {}

    /** The token's provider, which is not logged in, and what the token told. */
    record Found(AuthProvider provider, TokenFacts facts) {}

    /** The provider for the one token that has the settings' label. */
    static Found find(TokenSettings settings) {
        if (!Files.isRegularFile(settings.library())) {
            throw new TokenException(
                    Reason.LIBRARY_MISSING, "the PKCS#11 library " + settings.library() + " is not there");
        }
        Provider base = Security.getProvider("SunPKCS11");
        if (base == null) {
            throw new TokenException(
                    Reason.LIBRARY_MISSING, "this Java has no SunPKCS11 provider (module jdk.crypto.cryptoki)");
        }
        return new SlotSearch(settings, base).search();
    }

    private Found search() {
        List<String> labels = new ArrayList<>();
        List<Found> matches = new ArrayList<>();
        int slots = 1;
        for (int index = 0; index < slots; index++) {
            int slot = index;
            Heard<Attempt> heard = ThreadOutput.of(() -> look(slot));
            slots = Math.min(SLOTS_MAX, slotsSeen(heard));
            AuthProvider provider = heard.result().provider();
            Matcher label = LABEL.matcher(heard.text());
            if (provider != null && label.find()) {
                labels.add(label.group(1).strip());
                if (labels.get(labels.size() - 1).equals(settings.tokenLabel())) {
                    matches.add(new Found(provider, TokenFacts.in(heard.text())));
                }
            }
        }
        if (matches.size() != 1) {
            throw missing(matches.size(), labels);
        }
        return matches.get(0);
    }

    private Attempt look(int slotListIndex) {
        try {
            String configuration = settings.make().configuration(settings.library(), slotListIndex);
            return new Attempt((AuthProvider) base.configure(configuration), null);
        } catch (ProviderException e) {
            return new Attempt(null, e);
        }
    }

    /** How many slots the library told of; if it did not get so far, it is the library that failed and not the slot. */
    private int slotsSeen(Heard<Attempt> heard) {
        Matcher slots = ALL_SLOTS.matcher(heard.text());
        if (slots.find()) {
            String ids = slots.group(1).strip();
            return ids.isEmpty() ? 0 : ids.split(",", -1).length;
        }
        ProviderException failure = heard.result().failure();
        if (failure == null) {
            throw new IllegalStateException("SunPKCS11 no longer tells its slots with showInfo = true");
        }
        if (failure.getCause() instanceof IOException) {
            throw new TokenException(
                    Reason.LIBRARY_MISSING, "the PKCS#11 library " + settings.library() + " cannot be loaded", failure);
        }
        throw new TokenException(
                Reason.UNAVAILABLE,
                "the PKCS#11 library " + settings.library() + " does not start; is its configuration in place?",
                failure);
    }

    private TokenException missing(int matches, List<String> labels) {
        String found = labels.isEmpty() ? "none" : "'" + String.join("', '", labels) + "'";
        String count = matches == 0 ? "no token" : matches + " tokens";
        return new TokenException(
                Reason.TOKEN_MISSING,
                "expected one token labelled '" + settings.tokenLabel() + "', found " + count
                        + " with that label; labels found: " + found);
    }
}
