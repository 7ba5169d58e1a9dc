// ---
// title: Report idle nodes
// description: Tells for each queue which nodes are idle now, and what they cost in node-hours while they stay so. Changes nothing.
// params:
//   cluster: {type: cluster, help: "the cluster, ehpc-…"}
//   price: {type: number, required: false, min: 0, help: "what a node costs an hour, to tell the sum"}
// ---
const {nodes, queues, takenAt} = ehpc.cluster(params.cluster).snapshot()
const compute = nodes.role("compute")

function row(queue, members) {
  const idle = members.idle()
  const hours = {aDay: 24 * idle.length, aWeek: 168 * idle.length}
  return {
    queue,
    idle: idle.length,
    of: members.length,
    cores: [...idle].reduce((sum, node) => sum + node.cpu, 0),
    "node-hours a day": hours.aDay,
    "a week": hours.aWeek,
    ...(params.price === null ? {} : {"cost a week": hours.aWeek * params.price}),
    nodes: idle.folded,
  }
}

const rows = queues.map(queue => row(queue.partition, compute.inQueue(queue.id)))
const homeless = compute.where(node => node.queue === null)
if (homeless.length > 0) {
  rows.push(row("(none)", homeless))
}
show(rows)
log(`${compute.idle().length} of ${compute.length} compute nodes are idle at ${takenAt.toISOString()}`)
