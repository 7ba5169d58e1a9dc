# ---
# title: Shrink a queue to a size
# description: Retires as many nodes of a queue as it has too many, those that are easiest to do without first.
# params:
#   cluster: {type: cluster, help: "the cluster, ehpc-…"}
#   queue: {type: queue, help: "the queue: id, name or partition"}
#   size: {type: int, min: 1, help: "how many nodes the queue is to keep"}
#   drain: {type: duration, default: 1h, help: "how long running jobs may go on"}
#   keep: {type: nodes, required: false, help: "nodes that stay in any case"}
# ---
cluster = ehpc.cluster(params.cluster)
members = cluster.queue(params.queue).nodes()
surplus = len(members) - params.size
if surplus <= 0:
    log(f"{params.queue} has {len(members)} nodes, which is not more than {params.size}: nothing to do")
else:
    candidates = members - params.keep if params.keep else members
    if len(candidates) < surplus:
        log(f"only {len(candidates)} of {surplus} nodes may go, because {params.keep} stay")
    plan = cluster.retire(candidates.pick(surplus), drain=params.drain)
    show(plan)
    plan.apply()
