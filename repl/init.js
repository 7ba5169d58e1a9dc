// Said when JavaScript is spoken first in a session of Ebb: what is defined here is there at the
// prompt. To make it your own, copy it to ~/.config/ebb/repl/init.js, which is used instead of this
// file from then on. `ebb --no-init` leaves it out, and `:save` takes it along only if it is used.
//
// Nothing here asks the service for anything before one of the functions is called.

// How full each queue is: byQueue(cluster)
function byQueue(cluster) {
  const {nodes, queues} = cluster.snapshot()
  return queues.map(queue => {
    const members = nodes.inQueue(queue.id)
    const idle = members.idle()
    return {queue: queue.name, nodes: members.length, idle: idle.length, which: idle.folded}
  })
}

// The idle nodes of a queue that can go while some stay: cluster.retire(spare(queue, 2))
function spare(queue, keep = 1) {
  const idle = queue.nodes().idle()
  return idle.pick(Math.max(0, idle.length - keep))
}
