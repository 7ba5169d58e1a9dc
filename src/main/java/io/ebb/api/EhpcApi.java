package io.ebb.api;

/// The EHPC HTTP API of one account.
public final class EhpcApi {}
