package io.frontless.assistant.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What was sent to a model, as an administrator reads it.
 *
 * @param actor who said the sentence
 * @param body as it went out
 * @param outcome what came of it, in a few words
 * @param micros what it cost, in millionths of the unit of prices
 */
public record SentRequest(
        UUID requestId,
        UUID conversationId,
        String actor,
        String provider,
        String model,
        String url,
        String region,
        Instant sentAt,
        String body,
        String outcome,
        long tokensIn,
        long tokensOut,
        long micros) {}
