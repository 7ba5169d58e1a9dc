package io.ebb.cluster;

/// An immutable set of node names.
public final class NodeSet {}
