package io.frontless.boundary;

import io.frontless.kernel.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes answers: every resource says in its own words which names an answer has, so that a released name is never changed by a refactoring. */
public final class JsonAnswer {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** Adds a name; {@code value} is one of JSON's own types, or something whose text form is meant. */
    public JsonAnswer with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /** The names and values, in order. */
    public Map<String, @Nullable Object> map() {
        return Collections.unmodifiableMap(fields);
    }

    /** 200 with this body. */
    public Response ok() {
        return response(Response.Status.OK);
    }

    /** 202 with this body. */
    public Response accepted() {
        return response(Response.Status.ACCEPTED);
    }

    /** 201 with this body. */
    public Response created() {
        return response(Response.Status.CREATED);
    }

    private Response response(Response.Status status) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .entity(Json.write(fields))
                .build();
    }
}
