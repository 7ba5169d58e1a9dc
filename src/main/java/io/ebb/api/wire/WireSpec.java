package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a queue is made of: totals over its compute nodes, and units per node. Texts are empty and
/// numbers null where the reply has none; the sizes are presumably GiB.
///
/// @param cpuNum cores
/// @param memSize memory
/// @param gpuNum GPUs
/// @param nodeNum nodes
/// @param nodeList serials of the nodes; empty when not told
/// @param unitCpuNum cores of a node
/// @param unitMemSize memory of a node
/// @param unitGpuNum GPUs of a node
/// @param hpcqueueTypeId the type of the nodes, `hpcqt-…`
/// @param name the name of the type
/// @param createTime when the type was created; null when unknown
public record WireSpec(
    @Nullable Integer cpuNum,
    @Nullable Integer memSize,
    @Nullable Integer gpuNum,
    @Nullable Integer nodeNum,
    List<Integer> nodeList,
    @Nullable Integer unitCpuNum,
    @JsonAlias("unit_men_size") @Nullable Integer unitMemSize,
    @Nullable Integer unitGpuNum,
    @JsonAlias("hcpqueue_type_id") String hpcqueueTypeId,
    String name,
    @JsonAlias("craete_time") @Nullable Instant createTime) {}
