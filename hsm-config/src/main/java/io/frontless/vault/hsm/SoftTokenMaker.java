package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that there is a SoftHSM token with the label. It has to run before anything else in this process opens a token, because SoftHSM sees
 * no token made after its first look.
 *
 * @param mayMake whether a token that is missing is made: not where there was one before, which whatever it has wrapped needs
 */
public record SoftTokenMaker(SoftHsm softHsm, SoftToken softToken, Path securityOfficerPinFile, boolean mayMake) {

    /** What was done, if anything was: "initialised", or "initialised again" after an initialisation that was broken off. */
    Optional<String> provide(TokenSettings settings) {
        softToken.prepare();
        softToken.requireIn(System.getenv());
        SoftHsmProgram program = new SoftHsmProgram(softHsm, softToken);
        List<SoftHsmProgram.Slot> mine = program.slots().stream()
                .filter(slot -> slot.label().equals(settings.tokenLabel()))
                .toList();
        if (mine.isEmpty()) {
            requireMayMake(settings.tokenLabel());
            initialise(program, settings, false);
            return Optional.of("initialised");
        }
        if (mine.size() == 1 && !mine.get(0).userPin()) {
            // SoftHSM first makes the token and then its user PIN. Without one nobody ever logged in, so there is
            // nothing to lose.
            initialise(program, settings, true);
            return Optional.of("initialised again, as the first time was broken off");
        }
        return Optional.empty();
    }

    private void requireMayMake(String label) {
        if (!mayMake) {
            throw new TokenException(
                    Reason.TOKEN_MISSING,
                    "token '" + label + "' is gone from " + softToken.directory()
                            + ": what it has wrapped opens with no other, so none is made in its place; bring it back");
        }
    }

    private void initialise(SoftHsmProgram program, TokenSettings settings, boolean again) {
        try (Pin securityOfficer = new PinSource.InFile(securityOfficerPinFile).read();
                Pin user = settings.pin().read()) {
            if (again) {
                program.initialiseAgain(settings.tokenLabel(), securityOfficer, user);
            } else {
                program.initialise(settings.tokenLabel(), securityOfficer, user);
            }
        }
    }
}
