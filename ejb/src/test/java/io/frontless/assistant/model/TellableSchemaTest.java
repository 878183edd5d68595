package io.frontless.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of a large schema a model is told what matters for the sentence, and of the rest the names. */
class TellableSchemaTest {

    @Test
    void tableThatIsNamedAndWhatItRefersToAreToldWhole() {
        TellableSchema schema = TellableSchema.of(said("Mark shipments to Acme as delayed", List.of()));

        assertThat(schema.whole()).extracting(EntityView::key).containsExactlyInAnyOrder("shipment", "harbour");
        assertThat(schema.entities()).hasSize(2 + Limits.MODEL_ENTITIES_MAX + 10);
        assertThat(schema.json())
                .contains("{\"entity\":\"box_3\",\"label\":\"Box 3\"}")
                .contains("\"delayed\"");
    }

    @Test
    void optionAloneIsEnough() {
        assertThat(TellableSchema.of(said("everything that is delayed", List.of()))
                        .whole())
                .extracting(EntityView::key)
                .contains("shipment");
    }

    @Test
    void tableOfTheTurnBeforeIsToldWhole() {
        List<Mention> before = List.of(new Mention("box_7", new UUID(0, 1)));

        assertThat(TellableSchema.of(said("throw it away", before)).whole())
                .extracting(EntityView::key)
                .containsExactly("box_7");
    }

    @Test
    void smallSchemaIsToldWholeWhateverIsSaid() {
        PlanningRequest small = Office.said("throw it away");

        assertThat(TellableSchema.of(small).whole())
                .hasSize(Office.SCHEMA.entities().size());
    }

    private static PlanningRequest said(String sentence, List<Mention> lastMentioned) {
        List<EntityView> entities = new ArrayList<>();
        for (int box = 0; box < Limits.MODEL_ENTITIES_MAX + 10; box++) {
            entities.add(new EntityView(
                    "box_" + box, "Box " + box, 1, List.of(FieldSpec.of("size", "Size", FieldType.INTEGER))));
        }
        entities.add(new EntityView(
                "shipment",
                "Shipment",
                1,
                List.of(
                        FieldSpec.of("code", "Code", FieldType.TEXT),
                        FieldSpec.choice("state", "State", List.of("on time", "delayed")),
                        FieldSpec.reference("from", "From", "harbour"))));
        entities.add(new EntityView("harbour", "Harbour", 1, List.of(FieldSpec.of("name", "Name", FieldType.TEXT))));
        PlanningRequest office = Office.said(sentence);
        return new PlanningRequest(
                sentence,
                new SchemaView(entities, Set.of()),
                office.records(),
                office.people(),
                office.author(),
                office.today(),
                lastMentioned);
    }
}
