# ---
# title: Empty and delete a queue
# description: Retires all nodes of a queue, or moves them to another one, and deletes the queue.
# params:
#   cluster: {type: cluster, help: "the cluster, ehpc-…"}
#   queue: {type: queue, help: "the queue to delete: id, name or partition"}
#   move-to: {type: queue, required: false, help: "the queue that gets the nodes; else they are retired"}
#   drain: {type: duration, default: 2h, help: "how long running jobs may go on"}
# ---
cluster = ehpc.cluster(params.cluster)
queue = cluster.queue(params.queue)


def move(nodes, target):
    """Moves the nodes when no job can be using them any more; those that stay busy go back."""
    queue.remove_nodes(nodes).wait()
    idle = nodes.wait_until(lambda node: not node.jobs, at_most=params.drain)
    if idle:
        target.add_nodes(idle).wait()
    if len(idle) < len(nodes):
        queue.add_nodes(nodes - idle).wait()
        raise SystemExit(f"{nodes - idle} still run jobs after {params.drain}; they are back in {queue}")


nodes = queue.nodes()
if nodes and params.move_to:
    with step(f"move to {params.move_to}"):
        move(nodes, cluster.queue(params.move_to))
elif nodes:
    with step("retire"):
        plan = cluster.retire(nodes, drain=params.drain)
        show(plan)
        run = plan.apply()
        if run.state not in ("done", "planned"):
            raise SystemExit(f"{len(nodes) - len(run.retired)} nodes were not retired; {queue} stays")
with step("delete the queue"):
    queue.delete().wait()
