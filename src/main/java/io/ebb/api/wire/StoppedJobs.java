package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reply to the cancellation of jobs.
///
/// @param customCmdResult what came of each; JSON inside of texts on the wire (Q24), of which the
///   example repeats the first under the key `0`
/// @param jobId the operation, as in [Accepted]
/// @param jobIds the same
/// @param jobUuid where the example has it
public record StoppedJobs(
    List<Result> customCmdResult, List<String> jobId, List<String> jobIds, List<String> jobUuid) {

  /// The id of the operation that goes on, `j-…`, if one does.
  public Optional<String> operation() {
    return OperationId.find(jobId, jobIds, jobUuid);
  }

  /// What came of some jobs.
  ///
  /// @param jobIds the scheduler's numbers; empty when not told
  /// @param retCode 0 when it was well; null when not told
  /// @param text what the service said, word for word
  public record Result(String jobIds, @Nullable Integer retCode, String text) {

    /// Reads an object, or the JSON of one in a text; of what is neither keeps the text.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Result of(JsonNode said) {
      JsonNode object = said.isString() ? inside(said.asString()) : said;
      JsonNode code = object.path("ret_code");
      return new Result(
          object.path("job_ids").asString(""),
          code.asString("").matches("-?\\d{1,9}") ? Integer.valueOf(code.asString()) : null,
          said.isString() ? said.asString() : said.toString());
    }

    private static JsonNode inside(String text) {
      JsonMapper mapper = JsonMapper.shared();
      try {
        return mapper.readTree(text);
      } catch (JacksonException noJson) {
        return mapper.createObjectNode();
      }
    }
  }
}
