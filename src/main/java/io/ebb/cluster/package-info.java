/// What is out there and what one can do to it: clusters, nodes, queues, jobs, operations, and
/// [node sets][io.ebb.cluster.NodeSet] that name nodes.
///
/// Start at [Ehpc][io.ebb.cluster.Ehpc]. Everything else is an immutable value.
@NullMarked
package io.ebb.cluster;

import org.jspecify.annotations.NullMarked;
