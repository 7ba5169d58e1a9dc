// ---
// title: Retire named nodes
// description: Takes the named nodes out of their queues, waits for their jobs, and deletes them.
// params:
//   cluster: {type: cluster, help: "the cluster, ehpc-…"}
//   nodes: {type: nodes, help: "which, for example node[3-5,9]"}
//   drain: {type: duration, default: 1h, help: "how long running jobs may go on"}
//   batch: {type: string, required: false, help: "batch sizes, for example 1,2,4 or 25% or all"}
// ---
const cluster = ehpc.cluster(params.cluster)
const nodes = cluster.nodes().named(params.nodes)
const busy = nodes.busy()
if (busy.length > 0) {
  log(`${busy.length} of ${nodes.length} nodes run jobs, which may go on for ${params.drain}: ${busy}`)
}
const plan = cluster.retire(nodes, {drain: params.drain, batch: params.batch})
show(plan)
plan.apply()
