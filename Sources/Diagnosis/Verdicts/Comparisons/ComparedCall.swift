import Codes
import Evidence
import Report

/// A failure, and what was pasted with it.
struct ComparedCall: Sendable {
    let lines: [PastedLine]
    let code: FindingCode
    let scene: Scene
    let error: ErrorDiagnosis?
    let variables: [VariableMention]

    /// What works beside the failure, as the reporter tells it.
    var contrasts: [Contrast] = []

    /// The host that the failure names, where it is one of AWS's.
    var host: AWSHostName? {
        let origin = error?.details.origin ?? ""
        let name = origin.firstRange(of: "://").map { origin[$0.upperBound...] } ?? origin[...]
        return AWSHostName(String(name.prefix { $0 != ":" && $0 != "/" }))
    }

    /// The first line in which any of some words stand.
    func line(with words: String...) -> PastedLine? {
        lines.first { line in words.contains { line.text.contains($0) } }
    }

    /// Whether any of some words stand anywhere.
    func says(_ words: String...) -> Bool { lines.contains { line in words.contains { line.text.contains($0) } } }
}
