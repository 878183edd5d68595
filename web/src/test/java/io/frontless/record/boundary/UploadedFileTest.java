package io.frontless.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page makes of an upload. */
class UploadedFileTest {

    @ParameterizedTest
    @CsvSource({
        "order-details.csv, Order details",
        "C:\\data\\customers.CSV, Customers",
        "/tmp/a_b.c.csv, A b c",
        "products, Products"
    })
    void aTableIsNamedAfterItsFile(String file, String table) {
        assertThat(UploadedFile.tableLabel(file)).isEqualTo(table);
    }
}
