package io.ebb.cluster;

/// A cluster as the cluster list shows it.
///
/// @param id the id, `ehpc-…` for a dedicated cluster, `hpc-…` for a shared one
/// @param name the display name, often Chinese
/// @param type `ehpc` or `hpc`
/// @param status `pending`, `active`, `stopped`, `suspended`, or a value newer than this version
/// @param scheduler the scheduler, for example `slurm`; empty when unknown
/// @param nodes how many nodes of all roles it has
public record Cluster(
    String id, String name, String type, String status, String scheduler, int nodes) {}
