# One signed listing, printed.
for queue in ehpc.cluster("ehpc-8jqdq0mz").queues():
    print(f"{queue.partition} {queue.members}")
