import Diagnosis
import Evidence
import Report
import Testing

/// What is found first in a text as somebody pastes it.
func firstFinding(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "paste")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

/// The remedies of a finding with their commands, one a line.
func remedyText(_ finding: Finding) -> String {
    finding.remedies.map { "\($0.text) \($0.command ?? "")" }.joined(separator: "\n")
}

/// The first remedy of a finding, its command on a line of its own.
func firstRemedy(_ finding: Finding) -> String {
    finding.remedies.first.map { $0.text + "\n" + ($0.command ?? "") } ?? ""
}
