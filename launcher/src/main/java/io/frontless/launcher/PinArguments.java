package io.frontless.launcher;

/** Refuses a PIN as an argument before it is looked at any further: whoever may list processes has seen it already. */
final class PinArguments {
    private PinArguments() {}

    /** Nothing, unless the option's name says that a PIN follows; the value is never repeated. */
    static void refuse(String option) {
        String name = option.contains("=") ? option.substring(0, option.indexOf('=')) : option;
        if (name.matches("--?(user-?|so-?|token-?)?(pin|password|passphrase)")) {
            throw new StartFailure(
                    name + ": a PIN is never taken from the command line, where everybody on this machine"
                            + " can read it; change this one, and give the new one in a file (frontless.vault.pin-file), an"
                            + " environment variable (frontless.vault.pin-variable), or by --ask-pin.");
        }
    }
}
