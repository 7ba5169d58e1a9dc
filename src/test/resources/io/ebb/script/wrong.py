# The usual mistakes. Each is told where it stands, by the rule named: pyright complains of a line
# that it finds nothing wrong with.
# pyright: reportUnnecessaryTypeIgnoreComment=true
cluster = ehpc.cluster("ehpc-8jqdq0mz")
cluster.nodse()  # pyright: ignore[reportAttributeAccessIssue]
cluster.retire("node1", drian="1h")  # pyright: ignore[reportCallIssue]
cluster.retire("node1", "1h")  # pyright: ignore[reportCallIssue]
cluster.queue()  # pyright: ignore[reportCallIssue]
cluster.nodes().pick("two")  # pyright: ignore[reportArgumentType]
cluster.retire("node1", on_deadline="kep")  # pyright: ignore[reportArgumentType]
cluster.retire("node1", drain=[1])  # pyright: ignore[reportArgumentType]
cluster.retire(7)  # pyright: ignore[reportArgumentType]
cluster.nodes().idle.pick(1)  # pyright: ignore[reportAttributeAccessIssue]
show(cluster.nodes().where(lambda n: n.stauts == "active"))  # pyright: ignore[reportAttributeAccessIssue]
for node in cluster.nodes():
    log(node.hots)  # pyright: ignore[reportAttributeAccessIssue]
cluster.nodes().inQueue("batch")  # pyright: ignore[reportAttributeAccessIssue]
plan = cluster.retire("node1")
log(plan.nodes[0].host)  # pyright: ignore[reportAttributeAccessIssue]
log(plan.nodes[0]["hots"])  # pyright: ignore[reportGeneralTypeIssues]
plan.id = "mine"  # pyright: ignore[reportAttributeAccessIssue]
if plan.steps[0]["step"] == "delte":  # pyright: ignore[reportUnnecessaryComparison]
    log("never")
if plan.apply().state == "doen":  # pyright: ignore[reportUnnecessaryComparison]
    log("never")
try:
    cluster.nodes().role("comput")  # pyright: ignore[reportArgumentType]
except RefusedErorr:  # pyright: ignore[reportUndefinedVariable]
    pass
except RefusedError as error:
    log(error.hnit)  # pyright: ignore[reportAttributeAccessIssue]
cluster.queue(cluster.nodes()[0].queue)  # pyright: ignore[reportArgumentType]
cluster.nodes() + cluster.nodes()  # pyright: ignore[reportOperatorIssue, reportUnusedExpression]
kept: Cluster = cluster  # pyright: ignore[reportUndefinedVariable]
from ehpc import Node  # pyright: ignore[reportMissingModuleSource]
