package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A unit after a number, which tells what is measured: “over 1000 square metres” is said of an area, “more than 100,000 km” of a mileage. Only the usual unit of what has no other in its name. */
record Unit(Set<String> names, Set<String> measures) {

    private static final int NAME_TOKENS_MAX = 2;
    private static final List<Unit> UNITS = List.of(
            of(
                    "square metres,square meters,square metre,square meter,sq metres,sq meters,sq m,sqm,m2,m²",
                    "area,size,space,square,sqm,m2,surface"),
            of("km,kilometres,kilometers,kms", "km,kilometre,kilometer,mileage,odometer,distance"),
            of("miles,mi", "mile"),
            of("m,metres,meters,metre,meter", "length,metre,meter,height,width,depth"),
            of("kg,kgs,kilo,kilos,kilograms,kilogrammes", "weight,mass,kg,load,payload"),
            of("l,litres,liters,litre,liter", "volume,litre,liter"),
            of("kw,kwp,kilowatts", "power,kw,kwp,output"),
            of("hours,hrs,hour,h", "hour"),
            of("minutes,mins,minute,min", "minute"),
            of("seconds,secs,second", "second"),
            of("people,persons,guests,heads,pax", "guest,people,person,capacity,seat"),
            of("%,percent,per cent", "percent,percentage,rate,discount,share"));

    private static Unit of(String names, String measures) {
        return new Unit(Set.of(names.split(",")), Set.of(measures.split(",")));
    }

    /** How many tokens are only the unit of the number before them: “weight 5.6 kg”. */
    static int behind(EntityView entity, FieldSpec field, Phrase rest) {
        return field(entity, rest)
                .filter(named -> named.thing().equals(field))
                .map(SchemaLinker.Named::length)
                .orElse(0);
    }

    /** The one field that the unit can be of, where the phrase begins with one. */
    static Optional<SchemaLinker.Named<FieldSpec>> field(EntityView entity, Phrase phrase) {
        for (int length = Math.min(NAME_TOKENS_MAX, phrase.size()); length > 0; length--) {
            String said = phrase.to(length).text().toLowerCase(Locale.ROOT);
            for (Unit unit : UNITS) {
                List<FieldSpec> fields =
                        unit.names().contains(said) ? Roles.measured(entity, unit.measures()) : List.of();
                if (fields.size() == 1) {
                    return Optional.of(new SchemaLinker.Named<>(fields.get(0), length));
                }
            }
        }
        return Optional.empty();
    }
}
