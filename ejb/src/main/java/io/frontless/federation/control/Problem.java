package io.frontless.federation.control;

/** Why nobody was signed in, as the person is told. */
public enum Problem {
    /** The link was used, has expired, or was begun in another browser. */
    NOT_THIS_BROWSER("This sign-in was already used, took too long, or was begun in another browser. Start it again."),
    /** The provider says no, or the person has broken off. */
    REFUSED("Your provider did not sign you in. Try again, or ask whoever looks after it."),
    /** The provider does not answer, or is not to be called. */
    UNREACHABLE("Your provider does not answer at present. If you have a password here, sign in with it."),
    /** What the provider sent proves nothing. */
    UNTRUSTED("Your provider's answer could not be verified, so nobody was signed in. Tell your administrator."),
    /** The provider may not speak for this address. */
    ADDRESS("Your provider gave no verified address of a domain that it may speak for. Tell your administrator."),
    /** The workspace does not take in people whom nobody has named. */
    NOT_A_MEMBER("You are not a member of this workspace. Ask somebody who decides on members to let you in."),
    /** There is an account of this address, and it belongs to whoever knows its password. */
    PROVE_ACCOUNT(
            "There is an account with your address already. Sign in with its password once, then come back here: from then on your provider is enough."),
    /** Something else is in the way. */
    TRY_AGAIN("You could not be signed in. Try again in a moment.");

    private final String words;

    Problem(String words) {
        this.words = words;
    }

    /** What to tell. */
    public String words() {
        return words;
    }
}
