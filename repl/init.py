# Said when Python is spoken first in a session of Ebb: what is defined here is there at the prompt.
# To make it your own, copy it to ~/.config/ebb/repl/init.py, which is used instead of this file from
# then on. `ebb --no-init` leaves it out, and `:save` takes it along only if it is used.
#
# Nothing here asks the service for anything before one of the functions is called.


def by_queue(cluster):
    """How full each queue is: by_queue(cluster)"""
    now = cluster.snapshot()
    rows = []
    for queue in now.queues:
        members = now.nodes.in_queue(queue.id)
        idle = members.idle()
        rows.append({"queue": queue.name, "nodes": len(members), "idle": len(idle), "which": idle.folded})
    return rows


def spare(queue, keep=1):
    """The idle nodes of a queue that can go while some stay: cluster.retire(spare(queue, 2))"""
    idle = queue.nodes().idle()
    return idle.pick(max(0, len(idle) - keep))
