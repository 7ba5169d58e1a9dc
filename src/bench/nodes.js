// One signed listing, printed.
for (const queue of ehpc.cluster("ehpc-8jqdq0mz").queues()) {
  console.log(`${queue.partition} ${queue.members}`)
}
