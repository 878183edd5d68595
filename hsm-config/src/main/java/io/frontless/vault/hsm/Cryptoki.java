package io.frontless.vault.hsm;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_ALWAYS_SENSITIVE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_CLASS;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_EXTRACTABLE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_ID;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_LABEL;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_LOCAL;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_NEVER_EXTRACTABLE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_SENSITIVE;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_OS_LOCKING_OK;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_RW_SESSION;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_SERIAL_SESSION;

import io.frontless.vault.hsm.TokenException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import sun.security.pkcs11.wrapper.CK_ATTRIBUTE;
import sun.security.pkcs11.wrapper.CK_C_INITIALIZE_ARGS;
import sun.security.pkcs11.wrapper.PKCS11;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/**
 * The PKCS#11 library beneath SunPKCS11, for what that does not offer: to look at attributes, to start the library anew, and to use keys that are
 * unwrapped inside the token. Only this class and the keys inside use the JDK's internal package, which {@code conf/jvm.options} exports.
 */
final class Cryptoki {

    private static final String FUNCTIONS = "C_GetFunctionList";
    private static final int OBJECTS_MAX = 10_000;

    private final PKCS11 library;
    private final long slot;
    private final String label;

    private Cryptoki(PKCS11 library, long slot, String label) {
        this.library = library;
        this.slot = slot;
        this.label = label;
    }

    /** What is done with the library. */
    interface Use<T> {
        T with(PKCS11 library, long session) throws PKCS11Exception;
    }

    /** The library that SunPKCS11 has loaded, at the slot with the token; logged in or not as that is. */
    static Cryptoki of(TokenSettings settings) {
        String label = settings.tokenLabel();
        try {
            PKCS11 library = PKCS11.getInstance(settings.library().toString(), FUNCTIONS, null, true);
            for (long slot : library.C_GetSlotList(true)) {
                if (new String(library.C_GetTokenInfo(slot).label).strip().equals(label)) {
                    return new Cryptoki(library, slot, label);
                }
            }
            throw new TokenException(Reason.TOKEN_MISSING, "no slot holds token '" + label + "' any more");
        } catch (PKCS11Exception | IOException e) {
            throw new TokenException(Reason.UNAVAILABLE, "token '" + label + "' cannot be reached", e);
        } catch (IllegalAccessError e) {
            throw notExported(e);
        }
    }

    /**
     * Ends the library and starts it again, as some need it to see a token that was away. All sessions and logins of the process are gone.
     * Nothing else may be in the library meanwhile.
     */
    static void restart(TokenSettings settings) {
        try {
            PKCS11.getInstance(settings.library().toString(), FUNCTIONS, null, true)
                    .C_Finalize(null);
        } catch (PKCS11Exception | IOException e) {
            // One that was never started, or has ended itself, is started all the same.
        } catch (IllegalAccessError e) {
            throw notExported(e);
        }
        try {
            initialise(settings.library());
        } catch (PKCS11Exception | IOException e) {
            throw new TokenException(
                    Reason.UNAVAILABLE, "the PKCS#11 library " + settings.library() + " does not start again yet", e);
        }
    }

    /** The JDK starts a library once per path that it is given; by a link with a new name it does so again, for the same library. */
    private static void initialise(Path library) throws PKCS11Exception, IOException {
        Path folder = Files.createTempDirectory("pkcs11-");
        Path link = folder.resolve("library.so");
        try {
            Files.createSymbolicLink(link, library);
            CK_C_INITIALIZE_ARGS arguments = new CK_C_INITIALIZE_ARGS();
            arguments.flags = CKF_OS_LOCKING_OK;
            PKCS11.getInstance(link.toString(), FUNCTIONS, arguments, false);
        } finally {
            Files.deleteIfExists(link);
            Files.delete(folder);
        }
    }

    /** Does something in a session of its own, which is closed afterwards with the session objects made in it. */
    <T> T inSession(String task, Use<T> use) {
        try {
            long session = openSession();
            try {
                return use.with(library, session);
            } finally {
                library.C_CloseSession(session);
            }
        } catch (PKCS11Exception e) {
            throw unavailable(task, e);
        }
    }

    /** A session that lives until it is closed. */
    long openSession() throws PKCS11Exception {
        return library.C_OpenSession(slot, CKF_SERIAL_SESSION | CKF_RW_SESSION, null, null);
    }

    PKCS11 library() {
        return library;
    }

    String label() {
        return label;
    }

    TokenException unavailable(String task, Exception e) {
        return new TokenException(Reason.UNAVAILABLE, "token '" + label + "' could not " + task, e);
    }

    /** Every object that the login sees, with what the token tells of it. */
    List<KeyFacts> keys() {
        return inSession("list its keys", (library, session) -> {
            library.C_FindObjectsInit(session, new CK_ATTRIBUTE[0]);
            long[] objects = library.C_FindObjects(session, OBJECTS_MAX);
            library.C_FindObjectsFinal(session);
            List<KeyFacts> keys = new ArrayList<>();
            for (long object : objects) {
                keys.add(facts(session, object));
            }
            return keys;
        });
    }

    private KeyFacts facts(long session, long object) {
        long kind =
                attribute(session, object, CKA_CLASS).map(CK_ATTRIBUTE::getLong).orElse(-1L);
        byte[] id = bytes(session, object, CKA_ID);
        return new KeyFacts(
                kind(kind),
                new String(bytes(session, object, CKA_LABEL), StandardCharsets.UTF_8),
                isText(id)
                        ? new String(id, StandardCharsets.US_ASCII)
                        : HexFormat.of().formatHex(id),
                truth(session, object, CKA_SENSITIVE),
                truth(session, object, CKA_ALWAYS_SENSITIVE),
                truth(session, object, CKA_EXTRACTABLE),
                truth(session, object, CKA_NEVER_EXTRACTABLE),
                truth(session, object, CKA_LOCAL));
    }

    /** One attribute at a time, as a token that does not tell one refuses the whole question. */
    private Optional<CK_ATTRIBUTE> attribute(long session, long object, long type) {
        CK_ATTRIBUTE[] asked = {new CK_ATTRIBUTE(type)};
        try {
            library.C_GetAttributeValue(session, object, asked);
            return asked[0].pValue == null ? Optional.empty() : Optional.of(asked[0]);
        } catch (PKCS11Exception e) {
            return Optional.empty();
        }
    }

    private byte[] bytes(long session, long object, long type) {
        return attribute(session, object, type)
                .map(value -> value.pValue)
                .map(value -> value instanceof char[] text
                        ? new String(text).getBytes(StandardCharsets.UTF_8)
                        : value instanceof byte[] raw ? raw : new byte[0])
                .orElse(new byte[0]);
    }

    private Optional<Boolean> truth(long session, long object, long type) {
        return attribute(session, object, type).map(CK_ATTRIBUTE::getBoolean);
    }

    private static boolean isText(byte[] id) {
        for (byte b : id) {
            if (b < ' ' || b > '~') {
                return false;
            }
        }
        return id.length > 0;
    }

    private static String kind(long kind) {
        return switch ((int) kind) {
            case 1 -> "certificate";
            case 2 -> "public key";
            case 3 -> KeyFacts.PRIVATE;
            case 4 -> KeyFacts.SECRET;
            default -> "class " + kind;
        };
    }

    private static TokenException notExported(IllegalAccessError e) {
        return new TokenException(
                Reason.RESTART_NEEDED,
                "Java was started without --add-exports=jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED,"
                        + " which conf/jvm.options has",
                e);
    }
}
