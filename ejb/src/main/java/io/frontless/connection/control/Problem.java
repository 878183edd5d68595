package io.frontless.connection.control;

/** Why nothing was connected, as the person is told. */
public enum Problem {
    /** The answer was used, has expired, or is of another person or session. */
    NOT_THIS_SESSION("This was already used, took too long, or was begun in another session. Start it again."),
    /** The provider says no, or the person has broken off. */
    REFUSED("The provider did not agree. Try again, or ask whoever looks after it."),
    /** The provider does not answer, or is not to be called. */
    UNREACHABLE("The provider does not answer at present. Try again in a moment."),
    /** The answer is not of the provider that was asked. */
    UNTRUSTED("The answer is not of the provider that was asked, so nothing was connected. Tell your administrator."),
    /** Less was granted than the level needs. */
    TOO_LITTLE("Less was granted than this level needs, so nothing was connected and what was granted is given back."),
    /** More was granted than the level allows. */
    TOO_MUCH("More was granted than this level allows, so nothing was connected and what was granted is given back."),
    /** There is no refresh token, so it would end within minutes. */
    NOT_LASTING(
            "The provider gave nothing by which the connection could last. Its administrator has to allow refresh tokens."),
    /** Something else is in the way. */
    TRY_AGAIN("Nothing was connected. Try again in a moment.");

    private final String words;

    Problem(String words) {
        this.words = words;
    }

    /** What to tell. */
    public String words() {
        return words;
    }
}
