package io.frontless.bench;

/**
 * A line of the table: medians over the rounds.
 *
 * @param product what the product does, in {@code unit}
 * @param limit what it is compared with, in {@code unit}
 * @param clients how many work at the same time
 * @param p50Ms half of the product's requests take at most this
 * @param p99Ms of a hundred, 99 take at most this
 */
record Measurement(String name, double product, double limit, String unit, int clients, double p50Ms, double p99Ms) {

    /** Product to limit: the more the better where the unit counts something, the less the better where it is a time. */
    double ratio() {
        return product / limit;
    }
}
