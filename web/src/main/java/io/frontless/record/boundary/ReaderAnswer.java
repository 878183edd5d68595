package io.frontless.record.boundary;

import io.frontless.access.control.ReaderView;
import io.frontless.boundary.JsonAnswer;
import io.frontless.operation.Grant;
import java.util.List;

/** Who can see something, as clients see it. */
final class ReaderAnswer {

    private ReaderAnswer() {}

    static JsonAnswer of(List<ReaderView> readers) {
        return new JsonAnswer()
                .with(
                        "readers",
                        readers.stream()
                                .map(reader -> new JsonAnswer()
                                        .with("accountId", reader.accountId())
                                        .with("name", reader.name())
                                        .with("role", reader.role())
                                        .with("roleLabel", reader.roleLabel())
                                        .with(
                                                "grants",
                                                reader.grants().stream()
                                                        .map(Grant::params)
                                                        .toList())
                                        .with("hidden", reader.hidden())
                                        .map())
                                .toList());
    }
}
