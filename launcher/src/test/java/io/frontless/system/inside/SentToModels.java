package io.frontless.system.inside;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.model.Ledger.Sent;
import io.frontless.assistant.model.ModelLedger;
import io.frontless.assistant.model.ModelProvider;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests as they would be written down before a model is asked. */
@Dependent
public class SentToModels {
    private static final ModelProvider PROVIDER = new ModelProvider(
            "scripted",
            "Scripted Models Ltd",
            ModelProvider.Kind.OPENAI,
            "https://model.example",
            "m",
            "here",
            true,
            new ModelProvider.Price(BigDecimal.ZERO, BigDecimal.ZERO),
            Optional.empty());

    @Inject
    ModelLedger ledger;

    /** Writes one down that tells something of these things. */
    UUID sent(Caller caller, UUID conversationId, String body, UUID... records) {
        return ledger.sending(caller, conversationId, new Sent(PROVIDER, body, mentions(records), 0, 0));
    }

    private static List<Mention> mentions(UUID... records) {
        return Arrays.stream(records)
                .map(record -> new Mention("thing", record))
                .toList();
    }

    /** What an administrator reads of it. */
    String body(Caller caller, UUID requestId) {
        return ledger.request(caller, requestId).body();
    }

    /** How many there are. */
    int count(Caller caller) {
        return ledger.requests(caller, null, 100).size();
    }
}
