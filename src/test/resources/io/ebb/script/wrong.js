// The usual mistakes, each with the error by which the TypeScript compiler tells it.
const cluster = ehpc.cluster("ehpc-8jqdq0mz")
cluster.nodse() //! TS2551
cluster.retire("node1", {drian: "1h"}) //! TS2561
cluster.queue() //! TS2554
cluster.nodes().pick("two") //! TS2345
cluster.retire("node1", {onDeadline: "kep"}) //! TS2820
cluster.retire("node1", {drain: [1]}) //! TS2322
cluster.retire(7) //! TS2345
cluster.nodes().idle.pick(1) //! TS2339
show(cluster.nodes().where(n => n.stauts === "active")) //! TS2551
for (const node of cluster.nodes()) {
  log(node.hots) //! TS2339
}
cluster.nodes().olderThan(new Date()) //! TS2345
cluster.nodes().in_queue("batch") //! TS2551
const plan = cluster.retire("node1")
log(plan.nodes[0].hots) //! TS2339
plan.id = "mine" //! TS2540
plan.drain() //! TS2554
if (plan.steps[0].step === "delte") log("never") //! TS2367
if (plan.apply().state === "doen") log("never") //! TS2367
try {
  cluster.nodes().role("comput") //! TS2345
} catch (error) {
  if (error instanceof RefusedErorr) throw error //! TS2552
  if (error instanceof RefusedError) log(error.hnit) //! TS2339
}
cluster.queue(cluster.nodes().items()[0].queue) //! TS2345
require("fs") //! TS2307
document.title //! TS2584
