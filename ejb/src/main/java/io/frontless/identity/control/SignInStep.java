package io.frontless.identity.control;

/** What follows a right password: a session, or, where the account has a second factor, the question for it. */
public sealed interface SignInStep permits SignedIn, SecondStep {}
