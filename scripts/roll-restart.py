# ---
# title: Restart the nodes of a queue in batches
# description: Takes a batch out of its queue, waits for its jobs, restarts it, sees it healthy, and puts it back, before the next.
# params:
#   cluster: {type: cluster, help: "the cluster, ehpc-…"}
#   queue: {type: queue, help: "the queue: id, name or partition"}
#   nodes: {type: nodes, required: false, help: "some of its nodes; else all of them"}
#   batch: {type: int, default: 2, min: 1, help: "how many nodes at once"}
#   drain: {type: duration, default: 1h, help: "how long running jobs of a batch may go on"}
# ---
cluster = ehpc.cluster(params.cluster)
queue = cluster.queue(params.queue)
nodes = queue.nodes().named(params.nodes) if params.nodes else queue.nodes()
left_alone = []


def restart(batch):
    queue.remove_nodes(batch).wait()
    idle = batch.wait_until(lambda node: not node.jobs, at_most=params.drain)
    if idle:
        cluster.restart_nodes(idle).wait()
        healthy = idle.wait_until(lambda node: node.health == "healthy", at_most="15m")
        if len(healthy) < len(idle):
            raise SystemExit(f"{idle - healthy} are not healthy after the restart; {batch} stay out of {queue}")
    queue.add_nodes(batch).wait()
    left_alone.extend(node.host for node in batch - idle)


for first in range(0, len(nodes), params.batch):
    batch = nodes[first : first + params.batch]
    with step(f"restart {batch}"):
        restart(batch)
log(f"restarted {len(nodes) - len(left_alone)} of {len(nodes)} nodes")
if left_alone:
    log(f"not restarted, since their jobs went on for more than {params.drain}: {', '.join(left_alone)}")
