package uz.chorsu.command.calls;

import java.util.List;
import java.util.UUID;

/// What became of a call, in the shape of the API.
public record Taken(
    UUID callId,
    UUID incidentId,
    String incidentNumber,
    List<DuplicateCandidate> duplicateCandidates) {
  public Taken {
    duplicateCandidates = List.copyOf(duplicateCandidates);
  }
}
