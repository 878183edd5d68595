package io.frontless.identity.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.kernel.Ids;
import io.frontless.operation.OpenSession;
import io.frontless.vault.control.Digests;
import io.frontless.workspace.control.Assurance;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Opens sessions for people who have proved who they are. Called in no transaction. */
@Dependent
public class NewSessions {

    private final CommandGateway gateway;
    private final Devices devices;
    private final Ids ids;

    @Inject
    public NewSessions(CommandGateway gateway, Devices devices, Ids ids) {
        this.gateway = gateway;
        this.devices = devices;
        this.ids = ids;
    }

    /** Opens one; a browser that is known keeps its token, another is given one. */
    SignedIn open(Person person, Client client, Assurance assurance) {
        UUID session = ids.get();
        String shown = client.device();
        String device = shown != null && devices.knows(person, shown) ? shown : Digests.newToken();
        gateway.perform(
                person.self(), new OpenSession(session, client.description(), assurance == Assurance.TWO_FACTORS));
        return devices.issue(person, session, device);
    }
}
