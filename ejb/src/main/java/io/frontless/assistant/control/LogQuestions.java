package io.frontless.assistant.control;

import io.frontless.assistant.control.Proposal.About;
import io.frontless.assistant.control.Proposal.Asked;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventSlice;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out whom and what a question about the past means, of what its author may see: a planner knows neither who there is nor what is gone. */
@Dependent
public class LogQuestions {

    /** Events shown in a conversation: what one screen holds; the page “History” has the rest. */
    private static final int EVENTS = 20;

    private static final int DELETIONS_MAX = 10;

    private final EventQueries events;
    private final Actors actors;
    private final SchemaQueries schema;
    private final Clock clock;

    @Inject
    public LogQuestions(EventQueries events, Actors actors, SchemaQueries schema, Clock clock) {
        this.events = events;
        this.actors = actors;
        this.schema = schema;
        this.clock = clock;
    }

    /** Which events a question means. */
    StoredReply.Changes events(Caller caller, Proposal.ListEvents question) {
        About about = resolved(caller, question.about());
        Asked asked = question.asked();
        EventFilter filter = new EventFilter(
                about.entity().orElse(null),
                about.record().orElse(null),
                null,
                asked.who().map(name -> actors.named(caller, name)).orElse(null),
                null,
                null,
                new EventFilter.Detail(
                        asked.action().orElse(null),
                        about.field().orElse(null),
                        asked.from().orElse(null),
                        asked.until().orElse(null),
                        null),
                EVENTS);
        return new StoredReply.Changes(question.heading(), filter);
    }

    /** What a question about a moment means. */
    StoredReply.Past past(Caller caller, Proposal.ShowPast question) {
        About about = resolved(caller, question.about());
        Instant now = clock.instant();
        return new StoredReply.Past(
                question.heading(),
                about.entity().orElseThrow(() -> Rejection.notFound("table", question.heading())),
                about.record().orElse(null),
                about.field().orElse(null),
                question.at().isAfter(now) ? now : question.at());
    }

    /** What is gone is found by what it was called when it was deleted. */
    private About resolved(Caller caller, About about) {
        if (about.gone().isEmpty()) {
            return about;
        }
        EventFilter filter = new EventFilter(
                about.entity().orElse(null),
                null,
                null,
                null,
                null,
                null,
                new EventFilter.Detail(DeleteRecord.NAME, null, null, null, null),
                Limits.PAGE_ROWS_MAX);
        String title = about.gone().get();
        return deletion(caller, filter, title)
                .map(event -> new About(
                        Optional.ofNullable(event.entity()),
                        Optional.ofNullable(event.recordId()),
                        Optional.empty(),
                        about.field()))
                .orElseThrow(() -> Rejection.notFound("record", title));
    }

    /** The last deletion of something that was called so, among the last {@value #DELETIONS_MAX} pages of them. */
    private Optional<EventView> deletion(Caller caller, EventFilter filter, String title) {
        Long before = Long.MAX_VALUE;
        for (int page = 0; page < DELETIONS_MAX && before != null; page++) {
            EventSlice deletions = events.page(caller, filter.before(before));
            Map<UUID, EntityView> then = schema.ofEvents(caller, deletions.events());
            Optional<EventView> found = deletions.events().stream()
                    .filter(event -> isCalled(event, then.get(event.eventId()), title))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            before = deletions.nextBefore();
        }
        return Optional.empty();
    }

    private static boolean isCalled(EventView event, @Nullable EntityView entity, String title) {
        Map<String, @Nullable Object> before = event.before();
        return before != null
                && Optional.ofNullable(entity)
                        .flatMap(EntityView::titleField)
                        .map(FieldSpec::key)
                        .map(before::get)
                        .filter(called -> called.toString().equalsIgnoreCase(title))
                        .isPresent();
    }
}
