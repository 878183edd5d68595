package io.frontless.vault.control;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Zeroes opened keys whose time is over although nobody asks for them, within five seconds. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class KeySweeper {

    @Inject
    OpenKeys keys;

    /** One round. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void sweep() {
        keys.dropExpired();
    }
}
