import Conformance
import Diagnosis
import Evidence

extension FuzzTarget {
    /// Whatever people give `doctor explain`, read: calls, failures and the text around them.
    static let log = FuzzTarget(name: "log", title: "a log, an exchange or an error as it was pasted", limit: 16_384) {
        bytes in
        _ = try? ReadInput(bytes, name: "fuzz")
    }

    /// The same, explained: every input that can be read has a finding.
    static let explanation = FuzzTarget(name: "explanation", title: "the same, explained") { bytes in
        guard let input = try? ReadInput(bytes, name: "fuzz") else { return }
        let explanation = Explanation(input, context: ExplainContext(now: 1_767_323_045))
        hold(!explanation.findings.isEmpty, "an input was read and nothing is said of it")
    }

    /// A line that somebody's adapter wrote.
    static let conformance = FuzzTarget(name: "conformance", title: "a line of an adapter") { bytes in
        _ = try? AdapterHello(bytes)
        guard let answer = try? AdapterAnswer(bytes, number: 1) else { return }
        _ = try? answer.refusal()
    }
}
