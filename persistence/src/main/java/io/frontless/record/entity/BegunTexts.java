package io.frontless.record.entity;

import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The texts of living records by what they begin with, of many fields at once. */
@Dependent
public class BegunTexts {

    /** Each pair of a field and a word is a range of the index on texts. */
    private static final String FIND = """
            select p.entity, p.field, w.word, v.text_value
            from unnest(?, ?) p (entity, field) cross join unnest(?, ?) w (word, beyond)
              cross join lateral (
                select t.text_value from frontless.field_value t
                where t.workspace_id = ? and t.entity = p.entity and t.field = p.field
                  and t.text_value >= w.word and t.text_value < w.beyond and t.text_value is not null limit ?) v
            """;

    private final Statements statements;

    @Inject
    public BegunTexts(Statements statements) {
        this.statements = statements;
    }

    /** A text of a field that begins with a word. */
    public record Row(String entity, String field, String word, String text) {}

    /** Those of the fields, an entity and a field at each position, that begin with one of the folded words; so many of each field for each word. */
    public List<Row> find(UUID workspaceId, List<String> entities, List<String> fields, List<String> words, int most) {
        return statements.read(
                row -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                FIND,
                Array.texts(entities),
                Array.texts(fields),
                Array.texts(words),
                Array.texts(words.stream().map(Prefix::end).toList()),
                workspaceId,
                most);
    }
}
