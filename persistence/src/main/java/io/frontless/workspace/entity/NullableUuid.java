package io.frontless.workspace.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For UUID columns that can be empty: the persistence provider's own conversion of UUIDs fails on a null. */
@Converter
public class NullableUuid implements AttributeConverter<@Nullable UUID, @Nullable Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object id) {
        return id == null ? null : UUID.fromString(id.toString());
    }
}
