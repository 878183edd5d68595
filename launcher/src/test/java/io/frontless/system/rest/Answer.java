package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What the product answered. */
record Answer(int status, String type, String body, HttpHeaders headers) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("content-type").orElse(""),
                response.body(),
                response.headers());
    }

    /** This answer, if it has the status. */
    Answer having(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    /** This answer as it can be compared with another one: headers tell the time. */
    Answer withoutHeaders() {
        return new Answer(status, type, body, HttpHeaders.of(Map.of(), (name, value) -> true));
    }

    /** A header, if there is one. */
    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body, a JSON object. */
    JsonObject json() {
        return JsonParser.parseString(body).getAsJsonObject();
    }

    String text(String name) {
        return json().get(name).getAsString();
    }

    UUID id(String name) {
        return UUID.fromString(text(name));
    }

    /** The objects of a list. */
    List<JsonObject> list(String name) {
        return objects(json().getAsJsonArray(name));
    }

    static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.getAsJsonObject())
                .toList();
    }
}
