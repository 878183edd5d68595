package io.frontless.record.boundary;

import io.frontless.boundary.JsonBody;
import io.frontless.engine.control.PlanDraft;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.Params;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads requests that change one record: each is a draft of one step. What the step may do, the engine decides. */
final class RecordChange {

    /** An entity tag (RFC 9110 §8.8.3) that is a version. */
    private static final Pattern VERSION_TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private RecordChange() {}

    /** Which record a request is about. */
    record Subject(String entity, UUID id) {}

    static PlanDraft creation(HttpHeaders headers, String entity, InputStream body) {
        Params params = JsonBody.read(body);
        Step step =
                new Step("s1", CreateRecord.NAME, Map.of("entity", entity, "values", params.map("values")), null, null);
        params.requireAllRead();
        return draft("Create a record", step, headers);
    }

    static PlanDraft update(HttpHeaders headers, Subject subject, InputStream body) {
        Params params = JsonBody.read(body);
        Map<String, @Nullable Object> values = params.map("values");
        Optional<BigDecimal> version = params.optionalNumber("expectVersion");
        params.requireAllRead();
        Step step = new Step(
                "s1",
                UpdateRecord.NAME,
                Map.of("entity", subject.entity(), "id", subject.id().toString(), "values", values),
                version(version, headers),
                null);
        return draft("Change a record", step, headers);
    }

    static PlanDraft deletion(HttpHeaders headers, Subject subject) {
        Step step = new Step(
                "s1",
                DeleteRecord.NAME,
                Map.of("entity", subject.entity(), "id", subject.id().toString()),
                version(Optional.empty(), headers),
                null);
        return draft("Delete a record", step, headers);
    }

    private static PlanDraft draft(String summary, Step step, HttpHeaders headers) {
        return new PlanDraft(summary, List.of(step), null, headers.getHeaderString("Idempotency-Key"));
    }

    private static @Nullable Long version(Optional<BigDecimal> inBody, HttpHeaders headers) {
        Long asked = inBody.map(RecordChange::whole).orElse(null);
        Long matched = tag(headers.getHeaderString(HttpHeaders.IF_MATCH));
        if (asked != null && matched != null && !asked.equals(matched)) {
            throw Rejection.invalid("expectVersion", "the version that If-Match names, " + matched, asked);
        }
        return asked == null ? matched : asked;
    }

    private static @Nullable Long tag(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher tag = VERSION_TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Rejection.invalid("If-Match", "one version in quotation marks, such as \"3\"", header);
        }
        return Long.valueOf(tag.group(1));
    }

    private static Long whole(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw Rejection.invalid("expectVersion", "a whole number", number);
        }
    }
}
