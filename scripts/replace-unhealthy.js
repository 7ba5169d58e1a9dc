// ---
// title: Replace unhealthy nodes
// description: Retires the unhealthy nodes of a queue and adds as many new ones to it.
// params:
//   cluster: {type: cluster, help: "the cluster, ehpc-…"}
//   queue: {type: queue, help: "the queue: id, name or partition"}
//   count: {type: int, default: 4, min: 1, max: 99, help: "how many nodes at most"}
//   drain: {type: duration, default: 1h, help: "how long running jobs may go on"}
// ---
const cluster = ehpc.cluster(params.cluster)
const queue = cluster.queue(params.queue)
const unhealthy = queue.nodes().where(node => node.health === "unhealthy").pick(params.count)
if (unhealthy.length === 0) {
  log(`no node of ${params.queue} is unhealthy: nothing to do`)
} else {
  const run = step("retire", () => {
    const plan = cluster.retire(unhealthy, {drain: params.drain})
    show(plan)
    return plan.apply()
  })
  const before = cluster.nodes()
  const count = run.state === "planned" ? unhealthy.length : run.retired.length
  if (count > 0) {
    step("replace", () => cluster.addNodes(count).wait({atMost: "1h"}))
    const added = cluster.nodes().minus(before)
    const elsewhere = added.where(node => node.queue !== queue.id)
    if (elsewhere.length > 0) {
      step("move", () => queue.addNodes(elsewhere).wait())
    }
    if (added.length > 0) {
      show(added)
    }
  }
}
