/**
 * Rows of what a workspace relies on to know people: its OpenID providers, whom they mean by a subject, browsers on their way to
 * one, and the directory that was provisioned.
 */
@NullMarked
package io.frontless.federation.entity;

import org.jspecify.annotations.NullMarked;
