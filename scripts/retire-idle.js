// ---
// title: Retire idle nodes
// description: Takes idle nodes out of a queue and deletes them, the highest serials first.
// params:
//   cluster: {type: cluster, help: "the cluster, ehpc-…"}
//   queue: {type: queue, help: "the queue: id, name or partition"}
//   count: {type: int, min: 1, help: "how many nodes at most"}
//   drain: {type: duration, default: 1h, help: "how long jobs that start meanwhile may go on"}
// limits:
//   keep-per-queue: 1
// ---
const cluster = ehpc.cluster(params.cluster)
const idle = cluster.queue(params.queue).nodes().idle()
const plan = cluster.retire(idle.pick(params.count), {drain: params.drain})
show(plan)
plan.apply()
